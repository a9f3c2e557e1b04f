//! A thousand files of random bytes, of forms cut short and of forms with bits turned: each is a
//! workbook within the limits or a refusal; never a panic, a hang or a death of the parent.

use crate::case::CAMPAIGNS;
use crate::case::sent;
use crate::hostile::open;
use crate::parts::Parts;
use crate::parts::row;
use crate::source::root;

/// A row of numbers that look random and are the same in each run (xorshift64*).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.roll() % most as u64).unwrap()
    }
}

fn forms() -> Vec<Vec<u8>> {
    let read = |campaign: &str, unit: &str| {
        std::fs::read(root().join("inputs").join(campaign).join(sent(unit))).unwrap()
    };
    let plain = row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><f>1+1</f><v>2</v></c>");
    // Not compressed, so that a turned bit comes through to the XML.
    let stored = Parts::of(&plain).strings(&["Số liệu"]).stored();
    vec![read(CAMPAIGNS[0], "cao-bang"), read(CAMPAIGNS[0], "lang-son"), stored]
}

/// The file of this number: one of four ways to spoil one of the forms.
fn spoilt(number: usize, forms: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = forms[number % forms.len()].clone();
    match number % 4 {
        0 => {
            let length = dice.below(4_000);
            let random: Vec<u8> = (0..length).map(|_| dice.roll().to_le_bytes()[7]).collect();
            let start: &[u8] = [b"PK\x03\x04".as_slice(), b"\xD0\xCF\x11\xE0", b""][dice.below(3)];
            bytes = [start, &random].concat();
        }
        1 => bytes.truncate(dice.below(bytes.len())),
        2 => {
            for _ in 0..=dice.below(8) {
                let at = dice.below(bytes.len());
                bytes[at] ^= 1 << dice.below(8);
            }
        }
        _ => {
            let from = dice.below(bytes.len());
            let length = dice.below(64).min(bytes.len() - from);
            let piece = bytes[from..from + length].to_vec();
            let to = dice.below(bytes.len() - length);
            bytes[to..to + length].copy_from_slice(&piece);
        }
    }
    bytes
}

#[test]
fn a_thousand_spoilt_files_are_read_or_refused() {
    let forms = forms();
    let mut dice = Dice(0x7448_6964_7561_2031);
    let (mut read, mut refused) = (0, 0);
    for number in 0..1_200 {
        match open(&spoilt(number, &forms, &mut dice)) {
            Ok(book) => {
                assert!(book.sheets.len() <= 64);
                read += 1;
            }
            Err(_) => refused += 1,
        }
    }
    // Both happen, or the files were not spoilt in the way meant.
    assert!(read > 10 && refused > 600, "{read} read, {refused} refused");
}
