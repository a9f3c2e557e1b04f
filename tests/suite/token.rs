//! What an office's token program does: signs a field, or fills one, as an incremental update. Keys and
//! certificates are made here and are nobody's.

use std::str::FromStr;
use std::time::Duration;

use cms::cert::CertificateChoices;
use cms::cert::IssuerAndSerialNumber;
use cms::content_info::CmsVersion;
use cms::content_info::ContentInfo;
use cms::signed_data::CertificateSet;
use cms::signed_data::EncapsulatedContentInfo;
use cms::signed_data::SignedData;
use cms::signed_data::SignerIdentifier;
use cms::signed_data::SignerInfo;
use cms::signed_data::SignerInfos;
use lopdf::Dictionary;
use lopdf::Document;
use lopdf::IncrementalDocument;
use lopdf::Object;
use lopdf::ObjectId;
use lopdf::StringFormat;
use lopdf::dictionary;
use lopdf::text_string;
use p256::ecdsa::signature::hazmat::PrehashSigner;
use p256::pkcs8::EncodePublicKey;
use sha2::Digest;
use sha2::Sha256;
use sha2::Sha384;
use x509_cert::Certificate;
use x509_cert::TbsCertificate;
use x509_cert::Version;
use x509_cert::attr::Attribute;
use x509_cert::attr::Attributes;
use x509_cert::der::Any;
use x509_cert::der::DateTime;
use x509_cert::der::Decode;
use x509_cert::der::Encode;
use x509_cert::der::asn1::BitString;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::asn1::OctetString;
use x509_cert::der::asn1::SetOfVec;
use x509_cert::der::asn1::UtcTime;
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::AlgorithmIdentifierOwned;
use x509_cert::spki::SubjectPublicKeyInfoOwned;
use x509_cert::time::Time;
use x509_cert::time::Validity;

/// Room for a signature, in bytes.
const ROOM: usize = 4096;

/// A number of the width that every range of bytes may have.
const WIDE: i64 = 9_999_999_999;

const DATA: &str = "1.2.840.113549.1.7.1";
const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";

/// The curves of keys.
#[derive(Clone, Copy)]
pub(crate) enum Curve {
    P256,
    P384,
}

/// Somebody who signs.
pub(crate) struct Signer {
    pub(crate) name: String,
    pub(crate) curve: Curve,
    /// Seconds since 1970 when it signs.
    pub(crate) at: u64,
    /// What the key is made of.
    pub(crate) seed: u8,
}

fn oid(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

fn algorithm(text: &str) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: oid(text), parameters: None }
}

impl Signer {
    pub(crate) fn new(number: u8) -> Self {
        let curve = if number.is_multiple_of(2) { Curve::P256 } else { Curve::P384 };
        // 5 January 2026, 09:12:33 in Vietnam, and a minute later for the next.
        let at = 1_767_579_153 + u64::from(number) * 60;
        Self { name: format!("Người ký {number}"), curve, at, seed: number + 1 }
    }

    fn digest(&self, bytes: &[u8]) -> Vec<u8> {
        match self.curve {
            Curve::P256 => Sha256::digest(bytes).to_vec(),
            Curve::P384 => Sha384::digest(bytes).to_vec(),
        }
    }

    /// Names of the hash and of the way of signing.
    fn algorithms(&self) -> [AlgorithmIdentifierOwned; 2] {
        match self.curve {
            Curve::P256 => ["2.16.840.1.101.3.4.2.1", "1.2.840.10045.4.3.2"].map(algorithm),
            Curve::P384 => ["2.16.840.1.101.3.4.2.2", "1.2.840.10045.4.3.3"].map(algorithm),
        }
    }

    /// The public key as certificates hold it, and the signature over some bytes.
    fn key(&self, bytes: &[u8]) -> (Vec<u8>, Vec<u8>) {
        let hashed = self.digest(bytes);
        match self.curve {
            Curve::P256 => {
                let key = p256::ecdsa::SigningKey::from_slice(&[self.seed; 32]).unwrap();
                let signed: p256::ecdsa::Signature = key.sign_prehash(&hashed).unwrap();
                let public = key.verifying_key().to_public_key_der().unwrap();
                (public.as_bytes().to_vec(), signed.to_der().as_bytes().to_vec())
            }
            Curve::P384 => {
                let key = p384::ecdsa::SigningKey::from_slice(&[self.seed; 48]).unwrap();
                let signed: p384::ecdsa::Signature = key.sign_prehash(&hashed).unwrap();
                let public = key.verifying_key().to_public_key_der().unwrap();
                (public.as_bytes().to_vec(), signed.to_der().as_bytes().to_vec())
            }
        }
    }

    fn certificate(&self) -> Certificate {
        let (public, _) = self.key(b"");
        let time =
            |at: u64| Time::UtcTime(UtcTime::from_unix_duration(Duration::from_secs(at)).unwrap());
        let day = 24 * 3600;
        let [_, signature] = self.algorithms();
        let tbs_certificate = TbsCertificate {
            version: Version::V3,
            serial_number: SerialNumber::new(&[self.seed]).unwrap(),
            signature: signature.clone(),
            issuer: Name::from_str("CN=Tổ chức chứng thực thử nghiệm").unwrap(),
            validity: Validity { not_before: time(self.at - day), not_after: time(self.at + day) },
            subject: Name::from_str(&format!("CN={},O=Liên đoàn thử nghiệm,C=VN", self.name))
                .unwrap(),
            subject_public_key_info: SubjectPublicKeyInfoOwned::from_der(&public).unwrap(),
            issuer_unique_id: None,
            subject_unique_id: None,
            extensions: None,
        };
        let (_, signed) = self.key(&tbs_certificate.to_der().unwrap());
        Certificate {
            tbs_certificate,
            signature_algorithm: signature,
            signature: BitString::from_bytes(&signed).unwrap(),
        }
    }

    fn attributes(&self, content: &[u8]) -> Attributes {
        let one = |kind: &str, value: Any| {
            let values = SetOfVec::try_from(vec![value]).unwrap();
            Attribute { oid: oid(kind), values }
        };
        let digest = OctetString::new(self.digest(content)).unwrap();
        let time = DateTime::from_unix_duration(Duration::from_secs(self.at)).unwrap();
        let time = UtcTime::from_date_time(time).unwrap();
        SetOfVec::try_from(vec![
            one("1.2.840.113549.1.9.3", Any::encode_from(&oid(DATA)).unwrap()),
            one("1.2.840.113549.1.9.4", Any::encode_from(&digest).unwrap()),
            one("1.2.840.113549.1.9.5", Any::encode_from(&time).unwrap()),
        ])
        .unwrap()
    }

    /// A detached signature over some bytes.
    fn signature(&self, content: &[u8]) -> Vec<u8> {
        let attributes = self.attributes(content);
        let (_, signed) = self.key(&attributes.to_der().unwrap());
        let [hash, way] = self.algorithms();
        let certificate = self.certificate();
        let signer = SignerInfo {
            version: CmsVersion::V1,
            sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
                issuer: certificate.tbs_certificate.issuer.clone(),
                serial_number: certificate.tbs_certificate.serial_number.clone(),
            }),
            digest_alg: hash.clone(),
            signed_attrs: Some(attributes),
            signature_algorithm: way,
            signature: OctetString::new(signed).unwrap(),
            unsigned_attrs: None,
        };
        let certificates = vec![CertificateChoices::Certificate(certificate)];
        let data = SignedData {
            version: CmsVersion::V1,
            digest_algorithms: SetOfVec::try_from(vec![hash]).unwrap(),
            encap_content_info: EncapsulatedContentInfo {
                econtent_type: oid(DATA),
                econtent: None,
            },
            certificates: Some(CertificateSet(SetOfVec::try_from(certificates).unwrap())),
            crls: None,
            signer_infos: SignerInfos(SetOfVec::try_from(vec![signer]).unwrap()),
        };
        let content = Any::encode_from(&data).unwrap();
        ContentInfo { content_type: oid(SIGNED_DATA), content }.to_der().unwrap()
    }

    /// The PDF with the signature of this signer in a field.
    pub(crate) fn sign(&self, pdf: &[u8], field: &str) -> Vec<u8> {
        let pdf = updated(pdf, |update| {
            let wide = || Object::Integer(WIDE);
            let value = update.new_document.add_object(dictionary! {
                "Type" => "Sig",
                "Filter" => "Adobe.PPKLite",
                "SubFilter" => "ETSI.CAdES.detached",
                "ByteRange" => vec![0.into(), wide(), wide(), wide()],
                "Contents" => Object::String(vec![0; ROOM], StringFormat::Hexadecimal),
            });
            field_of(update, field).set("V", value);
        });
        self.signed(pdf)
    }

    /// Fills in the range of bytes and the signature.
    fn signed(&self, mut pdf: Vec<u8>) -> Vec<u8> {
        let hole = format!("<{}>", "00".repeat(ROOM));
        let from = last(&pdf, hole.as_bytes());
        let to = from + hole.len();
        let range = format!("[0 {WIDE} {WIDE} {WIDE}]");
        let at = last(&pdf, range.as_bytes());
        let own = format!("[0 {from} {to} {}", pdf.len() - to);
        let own = format!("{own:0$}]", range.len() - 1);
        pdf[at..at + own.len()].copy_from_slice(own.as_bytes());
        let signature = self.signature(&[&pdf[..from], &pdf[to..]].concat());
        let digits: String = signature.iter().map(|it| format!("{it:02x}")).collect();
        pdf[from + 1..from + 1 + digits.len()].copy_from_slice(digits.as_bytes());
        pdf
    }
}

/// The last place of some bytes.
fn last(pdf: &[u8], wanted: &[u8]) -> usize {
    pdf.windows(wanted.len()).rposition(|it| it == wanted).unwrap()
}

/// The PDF with an incremental update.
pub(crate) fn updated(pdf: &[u8], change: impl FnOnce(&mut IncrementalDocument)) -> Vec<u8> {
    let document = Document::load_mem(pdf).unwrap();
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), document);
    change(&mut update);
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).unwrap();
    bytes.push(b'\n');
    bytes
}

/// An object of the update, to be changed.
pub(crate) fn changed(update: &mut IncrementalDocument, id: ObjectId) -> &mut Dictionary {
    update.opt_clone_object_to_new_document(id).unwrap();
    update.new_document.get_dictionary_mut(id).unwrap()
}

fn field_of<'a>(update: &'a mut IncrementalDocument, name: &str) -> &'a mut Dictionary {
    let part = name.rsplit('.').next().unwrap();
    let objects = &update.get_prev_documents().objects;
    let bears = |object: &Object| {
        let field = object.as_dict().ok()?;
        let is_widget = field.get(b"Subtype").ok()?.as_name().ok()? == b"Widget";
        (is_widget && field.get(b"T").ok()?.as_str().ok()? == part.as_bytes()).then_some(())
    };
    let id = *objects.iter().find(|(_, it)| bears(it).is_some()).expect(name).0;
    changed(update, id)
}

/// The PDF with a filled field.
pub(crate) fn filled(pdf: &[u8], field: &str, value: &str) -> Vec<u8> {
    updated(pdf, |update| field_of(update, field).set("V", text_string(value)))
}

/// The PDF with something else set in a field.
pub(crate) fn altered(pdf: &[u8], field: &str, key: &str, value: Object) -> Vec<u8> {
    updated(pdf, |update| field_of(update, field).set(key, value))
}
