//! One signature as it lies in a PDF (RFC 5652; ISO 32000-1, 12.8.3.3; ETSI EN 319 142).

use cms::cert::CertificateChoices;
use cms::content_info::ContentInfo;
use cms::signed_data::SignedData;
use cms::signed_data::SignerIdentifier;
use cms::signed_data::SignerInfo;
use serde::Serialize;
use x509_cert::Certificate;
use x509_cert::attr::Attribute;
use x509_cert::attr::Attributes;
use x509_cert::der::Decode;
use x509_cert::der::Encode;
use x509_cert::der::Header;
use x509_cert::der::SliceReader;
use x509_cert::der::Tag;
use x509_cert::der::Tagged;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::asn1::OctetString;
use x509_cert::ext::pkix::SubjectKeyIdentifier;
use x509_cert::name::Name;
use x509_cert::time::Time;

use crate::inspect::signatures::algorithm;
use crate::inspect::signatures::algorithm::Hash;
use crate::inspect::signatures::fields::Signed;
use crate::inspect::signatures::moment::Moment;
use crate::inspect::signatures::stamp;
use crate::text::normal;

const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_TIME: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.5");
const TIME_STAMP: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");

/// Names of people and bodies in certificates (X.520).
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
const ORGANISATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");

/// Whether a signature holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The bytes are those that were signed, with the key of the certificate.
    Holds,
    /// The bytes are not those that were signed.
    BytesChanged,
    /// The signature is not of the key of its certificate.
    WrongKey,
    /// It is made in a way that is not known here, or no longer safe.
    UnknownWay,
    /// It cannot be read.
    Unreadable,
}

/// Whose certificate signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Name of the person or body.
    pub name: String,
    /// Body that the person belongs to, as the certificate says.
    pub of: Option<String>,
    /// Who issued the certificate.
    pub issuer: String,
    /// From when the certificate may be used.
    pub from: Moment,
    /// Until when.
    pub until: Moment,
}

/// What a signature tells.
pub(super) struct Told {
    pub(super) verdict: Verdict,
    pub(super) person: Option<Person>,
    pub(super) claimed: Option<Moment>,
    pub(super) stamped: Option<Moment>,
}

impl Told {
    fn only(verdict: Verdict) -> Self {
        Self { verdict, person: None, claimed: None, stamped: None }
    }
}

/// Looks at a signature over runs of bytes.
pub(super) fn told(signed: &Signed, parts: Option<[&[u8]; 2]>) -> Told {
    let Some(data) = signed_data(&signed.contents) else { return Told::only(Verdict::Unreadable) };
    match signed.format.as_slice() {
        b"adbe.pkcs7.detached" | b"ETSI.CAdES.detached" => {
            let parts = parts.unwrap_or_default();
            let told = verified(&data, &parts);
            // What is signed lies in the file, not in the signature.
            if data.encap_content_info.econtent.is_some() {
                return Told { verdict: Verdict::UnknownWay, ..told };
            }
            told
        }
        b"ETSI.RFC3161" => stamp::of_document(&data, &parts.unwrap_or_default()),
        _ => Told { verdict: Verdict::UnknownWay, ..verified(&data, &[]) },
    }
}

/// Reads signed data; behind it there is room that the signer did not need.
pub(super) fn signed_data(bytes: &[u8]) -> Option<SignedData> {
    let mut reader = SliceReader::new(bytes).ok()?;
    let header = Header::decode(&mut reader).ok()?;
    let long = header.encoded_len().ok()? + header.length;
    let long = usize::try_from(long.ok()?).ok()?;
    let (own, room) = bytes.split_at_checked(long)?;
    if room.iter().any(|it| *it != 0) {
        return None;
    }
    let content = ContentInfo::from_der(own).ok()?;
    if content.content_type != SIGNED_DATA {
        return None;
    }
    content.content.decode_as().ok()
}

/// Verifies the one signature of signed data over `content`.
pub(super) fn verified(data: &SignedData, content: &[&[u8]]) -> Told {
    let [signer] = data.signer_infos.0.as_slice() else { return Told::only(Verdict::Unreadable) };
    let Some(certificate) = certificate(data, signer) else {
        return Told::only(Verdict::Unreadable);
    };
    let claimed = attribute(signer.signed_attrs.as_ref(), SIGNING_TIME);
    let claimed = claimed.and_then(|it| Time::from_der(&it.values.get(0)?.to_der().ok()?).ok());
    let stamp = attribute(signer.unsigned_attrs.as_ref(), TIME_STAMP);
    let stamped =
        stamp.and_then(|it| stamp::of_signature(it.values.get(0)?, signer.signature.as_bytes()));
    Told {
        verdict: verdict(data, signer, certificate, content),
        person: Some(person(certificate)),
        claimed: claimed.map(moment),
        stamped,
    }
}

fn verdict(
    data: &SignedData,
    signer: &SignerInfo,
    certificate: &Certificate,
    content: &[&[u8]],
) -> Verdict {
    let Some(hash) = Hash::of(signer.digest_alg.oid) else { return Verdict::UnknownWay };
    let key = &certificate.tbs_certificate.subject_public_key_info;
    let verifies = |message: &[&[u8]]| {
        let signature = signer.signature.as_bytes();
        algorithm::verifies(key, &signer.signature_algorithm, hash, message, signature)
    };
    let Some(attributes) = &signer.signed_attrs else {
        return match verifies(content) {
            Some(true) => Verdict::Holds,
            // Which of the two is wrong cannot be told apart.
            Some(false) => Verdict::BytesChanged,
            None => Verdict::UnknownWay,
        };
    };
    let digest = attribute(Some(attributes), MESSAGE_DIGEST);
    let digest = digest.and_then(|it| it.values.get(0)?.decode_as::<OctetString>().ok());
    let kind = attribute(Some(attributes), CONTENT_TYPE);
    let kind = kind.and_then(|it| it.values.get(0)?.decode_as::<ObjectIdentifier>().ok());
    let (Some(digest), Ok(signed)) = (digest, attributes.to_der()) else {
        return Verdict::Unreadable;
    };
    if kind != Some(data.encap_content_info.econtent_type) {
        return Verdict::Unreadable;
    }
    match verifies(&[&signed]) {
        None => Verdict::UnknownWay,
        Some(false) => Verdict::WrongKey,
        Some(true) if digest.as_bytes() == hash.digest(content) => Verdict::Holds,
        Some(true) => Verdict::BytesChanged,
    }
}

/// The attribute of this kind, if there is exactly one.
fn attribute(attributes: Option<&Attributes>, kind: ObjectIdentifier) -> Option<&Attribute> {
    let mut own = attributes?.iter().filter(|it| it.oid == kind);
    own.next().filter(|it| own.next().is_none() && it.values.len() == 1)
}

/// The certificate that the signer names.
fn certificate<'a>(data: &'a SignedData, signer: &SignerInfo) -> Option<&'a Certificate> {
    let certificates = data.certificates.iter().flat_map(|it| it.0.iter());
    let mut certificates = certificates.filter_map(|it| match it {
        CertificateChoices::Certificate(it) => Some(it),
        CertificateChoices::Other(_) => None,
    });
    certificates.find(|it| match &signer.sid {
        SignerIdentifier::IssuerAndSerialNumber(id) => {
            it.tbs_certificate.issuer == id.issuer
                && it.tbs_certificate.serial_number == id.serial_number
        }
        SignerIdentifier::SubjectKeyIdentifier(id) => {
            let own = it.tbs_certificate.get::<SubjectKeyIdentifier>();
            own.is_ok_and(|it| it.is_some_and(|(_, it)| it == *id))
        }
    })
}

fn person(certificate: &Certificate) -> Person {
    let it = &certificate.tbs_certificate;
    let issuer = part(&it.issuer, COMMON_NAME).or_else(|| part(&it.issuer, ORGANISATION));
    Person {
        name: part(&it.subject, COMMON_NAME)
            .unwrap_or_else(|| normal::clean(&it.subject.to_string())),
        of: part(&it.subject, ORGANISATION),
        issuer: issuer.unwrap_or_else(|| normal::clean(&it.issuer.to_string())),
        from: moment(it.validity.not_before),
        until: moment(it.validity.not_after),
    }
}

/// A part of a name, in whichever of the kinds of strings it is written.
fn part(name: &Name, kind: ObjectIdentifier) -> Option<String> {
    let mut parts = name.0.iter().flat_map(|it| it.0.iter());
    let value = &parts.find(|it| it.oid == kind)?.value;
    let text = match value.tag() {
        Tag::BmpString => {
            let pairs = value.value().chunks_exact(2);
            let units: Vec<u16> = pairs.map(|it| u16::from_be_bytes([it[0], it[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        _ => String::from_utf8_lossy(value.value()).into_owned(),
    };
    Some(normal::clean(&text)).filter(|it| !it.is_empty())
}

fn moment(time: Time) -> Moment {
    Moment::at(time.to_unix_duration())
}
