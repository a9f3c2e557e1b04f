//! Frames: four bytes that tell a length, then as many bytes.

use std::io;
use std::io::ErrorKind;
use std::io::Read;
use std::io::Write;

/// Writes a frame.
pub(super) fn write(output: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|_| io::Error::from(ErrorKind::InvalidData))?;
    output.write_all(&length.to_le_bytes())?;
    output.write_all(bytes)
}

/// Reads a frame into `bytes`; `false` if there is none. The length is held against `most` before
/// any room is made for it.
pub(super) fn read(input: &mut impl Read, most: usize, bytes: &mut Vec<u8>) -> io::Result<bool> {
    let mut length = [0; 4];
    if input.read(&mut length[..1])? == 0 {
        return Ok(false);
    }
    input.read_exact(&mut length[1..])?;
    let length = u32::from_le_bytes(length) as usize;
    if length > most {
        return Err(io::Error::from(ErrorKind::InvalidData));
    }
    bytes.clear();
    let read = input.take(length as u64).read_to_end(bytes)?;
    if read == length { Ok(true) } else { Err(io::Error::from(ErrorKind::UnexpectedEof)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(mut input: &[u8], most: usize) -> io::Result<Vec<Vec<u8>>> {
        let (mut found, mut bytes) = (Vec::new(), Vec::new());
        while read(&mut input, most, &mut bytes)? {
            found.push(bytes.clone());
        }
        Ok(found)
    }

    #[test]
    fn frames_come_back_as_they_were() {
        let mut written = Vec::new();
        let frames = [b"one".to_vec(), Vec::new(), b"three".to_vec()];
        frames.iter().for_each(|it| write(&mut written, it).unwrap());
        assert_eq!(read_all(&written, 5).unwrap(), frames);
    }

    #[test]
    fn a_length_is_not_believed() {
        let kind = |input: &[u8]| read_all(input, 8).unwrap_err().kind();
        assert_eq!(kind(&[0xFF, 0xFF, 0xFF, 0xFF]), ErrorKind::InvalidData);
        assert_eq!(kind(&[9, 0, 0, 0]), ErrorKind::InvalidData);
        assert_eq!(kind(&[3, 0, 0, 0, 1, 2]), ErrorKind::UnexpectedEof);
        assert_eq!(kind(&[3, 0]), ErrorKind::UnexpectedEof);
    }
}
