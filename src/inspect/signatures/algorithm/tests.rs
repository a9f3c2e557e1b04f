//! Signatures that were made elsewhere, by a key that is nobody's.

use x509_cert::der::Decode;

use super::*;

/// A public key; its other half was thrown away.
const KEY: &str = "30820122300d06092a864886f70d01010105000382010f003082010a0282010100c8f9604c38d738af86c9bb\
dbb2e68139a59fdec95c9cdb38b7faadb997e9ff92060f8ef5de38add07ef8d20245548bba8a10004357ac9f\
8fba99e4352e8fb34d9ae08cff345596e23bdbb348b5075d91eef929203d63fb02a2246dbcfbc1d2a0345e9d\
929e7928cc86831a2298f50608eb29f13fce3ab9c8ee0e461e0d4a643d0aecc531aa92be16f1a7740a5c136f\
0ffcc028b6622a3e22f6b4d8e65e3761140fc1e22ed55085ca9903e72abee8f876b6310845baf8302976d589\
fd71a318970ff8ce9a18f090b0a1ebccad1632aa6753a2c4fe6b8630a11182945f89de5ff61eeecc18a833a9\
723a1500875f1e927f56ccd2f5a820a6ad7ae1e5aed72380010203010001";

/// PKCS#1 v1.5 with SHA-256 over [`MESSAGE`].
const PKCS_1: &str = "621dde0d1eae03d96f72842aa604ade795e7e8cbb006f9d2a06342e2459ec5bc396608bb06f6437e44d35862\
c9f7d8cbb9178898783de4fdf7e90c36e5e47cbd726b8ee3c305280ab4ed3c1a929afcc4b8d35092ec3329f7\
fde83d4a880dc6c2e9da6fc4c5b385c2dd997f7f55bfa101d48765d94e7b7e24c6553c56c3e31026bbe58c47\
70f1a752a5e329a72a77a245340c352baf82888b3d226852779f6330ef41cb23dcdd8b76fd9931d58baebc58\
5b1d1fa9f1ec75862557636989156301745629fe5e438df04d863630f6ca3bc2fb23f2a3a64c14e89e7c1df2\
e965d5e28a54d5e15fb5ce9855218e51a6c14c5aae2138ca30b86116c70fd70553845f58";

/// PSS with SHA-256 and 32 bytes of salt over [`MESSAGE`].
const PSS: &str = "7ca4da648f998170fcc00119ca5c457901731812b28359717bcbfa151b3489f1a2ec7463db4b060df1b25347\
bd773b55049cf80058ac2558f11afeaca5bad850942267f3d3a7a28ae48d291f6d88966b1e0d5960b193a577\
8aaa3ea130504cb7e6a302e5316a91bcfa41f526332fc78de9d4186a9dcbf8ec2b6da6e5fae3d360c9562e99\
744be316b6cb1663f55c4465333c6bc1f62d1b48d5bfae977626d7442149c30d4143c50d28046c93da96869c\
4d9998fcb5e6b53b60605bc6b173c1d75e405326adff5c12943e4514b146a501f28e31bce8e2ec63f070a00e\
c8ae1b39055ab3bdbc85b82ff5c9c093cf0b09090b9ffbb406e354c5f4415dc2b644b640";

const MESSAGE: &str = "thi đua";

/// `RSASSA-PSS-params` with this hash, this hash of the mask and this length of the salt.
fn parameters(hash: &str, mask: &str, salt: u8) -> String {
    let of = |hash: &str| format!("300d06096086480165030402{hash}0500");
    let mgf = format!("301a06092a864886f70d010108{}", of(mask));
    format!("3034a00f{}a11c{mgf}a2030201{salt:02x}", of(hash))
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2).map(|it| u8::from_str_radix(&hex[it * 2..it * 2 + 2], 16).unwrap()).collect()
}

#[track_caller]
fn check(algorithm: &str, signature: &str, message: &str, expected: Option<bool>) {
    let algorithm = bytes(algorithm);
    let long = u8::try_from(algorithm.len()).unwrap();
    let algorithm = [&[0x30, long], algorithm.as_slice()].concat();
    let algorithm = AlgorithmIdentifierOwned::from_der(&algorithm).unwrap();
    let key = SubjectPublicKeyInfoOwned::from_der(&bytes(KEY)).unwrap();
    let (first, second) = message.split_at(3);
    let parts = [first.as_bytes(), second.as_bytes()];
    let verified = verifies(&key, &algorithm, Hash::Sha256, &parts, &bytes(signature));
    assert_eq!(verified, expected);
}

#[test]
fn rsa_signatures_are_verified() {
    let rsa = "06092a864886f70d0101010500";
    let with_sha_256 = "06092a864886f70d01010b0500";
    let with_sha_384 = "06092a864886f70d01010c0500";
    let with_sha_1 = "06092a864886f70d0101050500";
    check(rsa, PKCS_1, MESSAGE, Some(true));
    check(with_sha_256, PKCS_1, MESSAGE, Some(true));
    check(with_sha_256, PKCS_1, "thi dua", Some(false));
    check(with_sha_256, PSS, MESSAGE, Some(false));
    check(with_sha_256, "", MESSAGE, Some(false));
    check(with_sha_384, PKCS_1, MESSAGE, Some(false));
    check(with_sha_1, PKCS_1, MESSAGE, None);
}

#[test]
fn pss_signatures_are_verified() {
    let pss = |parameters: &str| format!("06092a864886f70d01010a{parameters}");
    check(&pss(&parameters("01", "01", 32)), PSS, MESSAGE, Some(true));
    check(&pss(&parameters("01", "01", 32)), PSS, "thi dua", Some(false));
    check(&pss(&parameters("01", "01", 20)), PSS, MESSAGE, Some(false));
    check(&pss(&parameters("02", "02", 32)), PSS, MESSAGE, Some(false));
    check(&pss(&parameters("01", "02", 32)), PSS, MESSAGE, None);
    // The defaults mean SHA-1.
    check(&pss("3000"), PSS, MESSAGE, None);
    check(&pss("0500"), PSS, MESSAGE, None);
}
