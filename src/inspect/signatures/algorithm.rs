//! Whether a signature verifies with a key: RSA by PKCS#1 and PSS, ECDSA on P-256 and P-384, with
//! SHA-2. SHA-1 is refused: two papers can be made that have the same.

use p256::ecdsa::signature::hazmat::PrehashVerifier;
use rsa::Pkcs1v15Sign;
use rsa::Pss;
use rsa::PublicKey;
use rsa::pkcs8::DecodePublicKey;
use sha2::Digest;
use sha2::Sha256;
use sha2::Sha384;
use sha2::Sha512;
use x509_cert::der::Encode;
use x509_cert::der::SliceReader;
use x509_cert::der::Tag;
use x509_cert::der::TagNumber;
use x509_cert::der::Tagged;
use x509_cert::der::asn1::Any;
use x509_cert::der::asn1::ContextSpecific;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::spki::AlgorithmIdentifierOwned;
use x509_cert::spki::SubjectPublicKeyInfoOwned;

const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
const RSA_SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const RSA_SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
const RSA_SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");

const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const ECDSA_SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const ECDSA_SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");
const ECDSA_SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.4");

const P_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");

/// A way of hashing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// The hash of this name; `None` for one that is not known or not safe.
    pub(super) fn of(name: ObjectIdentifier) -> Option<Self> {
        match name {
            SHA_256 => Some(Self::Sha256),
            SHA_384 => Some(Self::Sha384),
            SHA_512 => Some(Self::Sha512),
            _ => None,
        }
    }

    /// The digest of runs of bytes, one after the other.
    pub(super) fn digest(self, parts: &[&[u8]]) -> Vec<u8> {
        fn run<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            let mut state = D::new();
            parts.iter().for_each(|it| state.update(it));
            state.finalize().to_vec()
        }
        match self {
            Self::Sha256 => run::<Sha256>(parts),
            Self::Sha384 => run::<Sha384>(parts),
            Self::Sha512 => run::<Sha512>(parts),
        }
    }
}

/// A way of signing.
enum Scheme {
    Rsa(Hash),
    Pss { hash: Hash, salt: usize },
    Ecdsa(Hash),
}

/// Whether `signature` over `message` is of this key; `None` if the algorithm is not known.
pub(super) fn verifies(
    key: &SubjectPublicKeyInfoOwned,
    algorithm: &AlgorithmIdentifierOwned,
    digest: Hash,
    message: &[&[u8]],
    signature: &[u8],
) -> Option<bool> {
    match scheme(algorithm, digest)? {
        Scheme::Rsa(hash) => {
            let padding = match hash {
                Hash::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
                Hash::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
                Hash::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
            };
            Some(rsa_key(key)?.verify(padding, &hash.digest(message), signature).is_ok())
        }
        Scheme::Pss { hash, salt } => {
            let (key, hashed) = (rsa_key(key)?, hash.digest(message));
            let verified = match hash {
                Hash::Sha256 => key.verify(Pss::<Sha256>::new_with_salt(salt), &hashed, signature),
                Hash::Sha384 => key.verify(Pss::<Sha384>::new_with_salt(salt), &hashed, signature),
                Hash::Sha512 => key.verify(Pss::<Sha512>::new_with_salt(salt), &hashed, signature),
            };
            Some(verified.is_ok())
        }
        Scheme::Ecdsa(hash) => elliptic(key, &hash.digest(message), signature),
    }
}

fn scheme(algorithm: &AlgorithmIdentifierOwned, digest: Hash) -> Option<Scheme> {
    Some(match algorithm.oid {
        RSA => Scheme::Rsa(digest),
        RSA_SHA_256 => Scheme::Rsa(Hash::Sha256),
        RSA_SHA_384 => Scheme::Rsa(Hash::Sha384),
        RSA_SHA_512 => Scheme::Rsa(Hash::Sha512),
        RSA_PSS => pss(algorithm.parameters.as_ref()?)?,
        EC_KEY => Scheme::Ecdsa(digest),
        ECDSA_SHA_256 => Scheme::Ecdsa(Hash::Sha256),
        ECDSA_SHA_384 => Scheme::Ecdsa(Hash::Sha384),
        ECDSA_SHA_512 => Scheme::Ecdsa(Hash::Sha512),
        _ => return None,
    })
}

/// RSASSA-PSS-params (RFC 4055, 3.1); its defaults mean SHA-1 and are refused.
fn pss(parameters: &Any) -> Option<Scheme> {
    if parameters.tag() != Tag::Sequence {
        return None;
    }
    let mut reader = SliceReader::new(parameters.value()).ok()?;
    let hash =
        ContextSpecific::<AlgorithmIdentifierOwned>::decode_explicit(&mut reader, TagNumber::N0);
    let mask =
        ContextSpecific::<AlgorithmIdentifierOwned>::decode_explicit(&mut reader, TagNumber::N1);
    let salt = ContextSpecific::<u16>::decode_explicit(&mut reader, TagNumber::N2).ok()?;
    let hash = Hash::of(hash.ok()??.value.oid)?;
    // The mask must be made with the same hash, as everybody does.
    let inner = mask.ok()??.value.parameters?.decode_as::<AlgorithmIdentifierOwned>().ok()?;
    let salt = salt.map_or(20, |it| usize::from(it.value));
    (Hash::of(inner.oid) == Some(hash)).then_some(Scheme::Pss { hash, salt })
}

fn rsa_key(key: &SubjectPublicKeyInfoOwned) -> Option<PublicKey> {
    // A certificate may say that its key is for PSS alone; the key is the same.
    let mut plain = key.clone();
    if plain.algorithm.oid == RSA_PSS {
        plain.algorithm.oid = RSA;
        plain.algorithm.parameters = Some(Any::null());
    }
    PublicKey::from_public_key_der(&plain.to_der().ok()?).ok()
}

fn elliptic(key: &SubjectPublicKeyInfoOwned, hashed: &[u8], signature: &[u8]) -> Option<bool> {
    let curve = key.algorithm.parameters.as_ref()?.decode_as::<ObjectIdentifier>().ok()?;
    let point = key.subject_public_key.as_bytes()?;
    match curve {
        P_256 => {
            let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?;
            let signature = p256::ecdsa::Signature::from_der(signature);
            Some(signature.is_ok_and(|it| key.verify_prehash(hashed, &it).is_ok()))
        }
        P_384 => {
            let key = p384::ecdsa::VerifyingKey::from_sec1_bytes(point).ok()?;
            let signature = p384::ecdsa::Signature::from_der(signature);
            Some(signature.is_ok_and(|it| key.verify_prehash(hashed, &it).is_ok()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
