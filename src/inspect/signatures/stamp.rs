//! Time stamps (RFC 3161): an authority says when it saw a digest.

use cms::signed_data::SignedData;
use x509_cert::der::Decode;
use x509_cert::der::Encode;
use x509_cert::der::Reader;
use x509_cert::der::SliceReader;
use x509_cert::der::Tag;
use x509_cert::der::Tagged;
use x509_cert::der::asn1::Any;
use x509_cert::der::asn1::AnyRef;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::asn1::OctetString;
use x509_cert::der::asn1::OctetStringRef;
use x509_cert::spki::AlgorithmIdentifierOwned;

use crate::inspect::signatures::algorithm::Hash;
use crate::inspect::signatures::moment;
use crate::inspect::signatures::moment::Moment;
use crate::inspect::signatures::signer;
use crate::inspect::signatures::signer::Told;
use crate::inspect::signatures::signer::Verdict;

/// The stamp of a signature, if it is of that signature and holds.
pub(super) fn of_signature(token: &Any, signature: &[u8]) -> Option<Moment> {
    let data = signer::signed_data(&token.to_der().ok()?)?;
    let told = of_document(&data, &[signature]);
    told.stamped.filter(|_| told.verdict == Verdict::Holds)
}

/// A stamp over runs of bytes.
pub(super) fn of_document(data: &SignedData, content: &[&[u8]]) -> Told {
    let inner = data.encap_content_info.econtent.as_ref();
    let inner = inner.and_then(|it| it.decode_as::<OctetString>().ok());
    let inner = inner.as_ref().map_or(&[][..], |it| it.as_bytes());
    let told = signer::verified(data, &[inner]);
    match stamped(inner) {
        Some((hash, digest, moment)) => {
            let is_same = hash.digest(content) == digest;
            let verdict = match told.verdict {
                Verdict::Holds if !is_same => Verdict::BytesChanged,
                other => other,
            };
            Told { verdict, claimed: None, stamped: Some(moment), ..told }
        }
        None => Told { verdict: Verdict::Unreadable, claimed: None, stamped: None, ..told },
    }
}

/// What is inside a sequence.
pub(super) fn sequence(value: AnyRef<'_>) -> Option<&[u8]> {
    (value.tag() == Tag::Sequence).then(|| value.value())
}

/// Hash, digest and moment of a `TSTInfo`.
fn stamped(info: &[u8]) -> Option<(Hash, Vec<u8>, Moment)> {
    let info = sequence(AnyRef::from_der(info).ok()?)?;
    let mut reader = SliceReader::new(info).ok()?;
    let _version = AnyRef::decode(&mut reader).ok()?;
    let _policy = ObjectIdentifier::decode(&mut reader).ok()?;
    let imprint = sequence(AnyRef::decode(&mut reader).ok()?)?;
    let _serial = AnyRef::decode(&mut reader).ok()?;
    let time = AnyRef::decode(&mut reader).ok()?;
    let mut imprint = SliceReader::new(imprint).ok()?;
    let algorithm = AlgorithmIdentifierOwned::decode(&mut imprint).ok()?;
    let digest = OctetStringRef::decode(&mut imprint).ok()?;
    let is_whole = imprint.is_finished() && time.tag() == Tag::GeneralizedTime;
    let moment = moment::of_stamp(time.value()).filter(|_| is_whole)?;
    Some((Hash::of(algorithm.oid)?, digest.as_bytes().to_vec(), moment))
}
