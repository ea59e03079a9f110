//! Files as they come, and as they are made to deceive.

use super::*;

fn chunk(kind: &[u8], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    [&length[..], kind, data, b"crc!"].concat()
}

fn png(extra: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = picture::PNG.to_vec();
    bytes.extend(chunk(b"IHDR", &[0; 13]));
    bytes.extend(extra.concat());
    bytes.extend(chunk(b"IDAT", b"pixels"));
    bytes.extend(chunk(b"IEND", b""));
    bytes
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker][..], &length, data].concat()
}

fn jpeg(extra: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    bytes.extend(extra.concat());
    bytes.extend(segment(0xdb, &[0; 65]));
    bytes.extend(segment(0xc0, &[0; 15]));
    bytes.extend(segment(0xda, &[0; 10]));
    bytes.extend([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4, 0xff, 0xd9]);
    bytes
}

#[test]
fn pictures_lose_place_device_and_what_stands_behind_them() {
    let exif =
        [chunk(b"eXIf", b"GPS 62.6N"), chunk(b"tEXt", b"Camera"), chunk(b"iTXt", b"XMP"), chunk(b"tIME", b"2026")];
    let mut told = png(&exif);
    told.extend(b"PK\x03\x04 a second file");
    assert_eq!(clean("a.png", told).unwrap().bytes, png(&[]));

    let exif = [
        segment(0xe1, b"Exif\0\0GPS"),
        segment(0xe0, b"JFIF\0thumb"),
        segment(0xfe, b"comment"),
        segment(0xe2, b"MPF"),
    ];
    let mut told = jpeg(&exif);
    told.extend(jpeg(&exif));
    let cleaned = clean("a.jpg", told).unwrap();
    assert_eq!((cleaned.kind, &cleaned.bytes), (FileKind::Jpeg, &jpeg(&[])));
    assert_eq!(cleaned.hash, Hash::of(&[&jpeg(&[])]), "the hash is of what is kept");
    let adobe = [segment(0xee, b"Adobe\0d\0\0\0\0\x01")];
    assert_eq!(clean("a.jpg", jpeg(&adobe)).unwrap().bytes, jpeg(&adobe));
}

#[test]
fn whatever_is_cut_off_is_refused_and_nothing_panics() {
    for whole in [png(&[chunk(b"eXIf", b"x")]), jpeg(&[segment(0xe1, b"Exif")])] {
        for length in 8..whole.len() {
            assert_eq!(clean("a", whole[..length].to_vec()), Err(NotTaken::Damaged), "{length}");
        }
    }
    assert_eq!(clean("a", b"%PDF-1.7\n1 0 obj".to_vec()), Err(NotTaken::Damaged));
    assert_eq!(clean("a", [picture::PNG, b"\xff\xff\xff\xffIHDR"].concat()), Err(NotTaken::Damaged));
    assert_eq!(clean("a", Vec::new()), Err(NotTaken::Empty));
}

#[test]
fn a_file_is_what_is_in_it_whatever_its_name() {
    let kind = |bytes: &[u8]| clean("picture.jpg", bytes.to_vec()).map(|cleaned| cleaned.kind);
    assert_eq!(kind(b"%PDF-1.7\n%%EOF\n"), Ok(FileKind::Pdf));
    assert_eq!(kind("name;t\nJäkälä;3\n".as_bytes()), Ok(FileKind::Csv));
    assert_eq!(kind("Dear all,\nthe river is brown.\n".as_bytes()), Ok(FileKind::Text));
    for (bytes, why) in [
        (&b"PK\x03\x04\x14\0zip bomb"[..], NotTaken::Unknown),
        (b"\x7fELF\x02", NotTaken::Unknown),
        (b"MZ\x90\0", NotTaken::Unknown),
        (b"\xff\xfe\0", NotTaken::Unknown),
        (b"<!doctype html><script>alert(1)</script>", NotTaken::Disguised),
        (b"\xef\xbb\xbf  <svg onload=alert(1)>", NotTaken::Disguised),
        (b"#!/bin/sh\nrm", NotTaken::Disguised),
        (b"%PDF-1.7\n%%EOF\nPK\x03\x04", NotTaken::Disguised),
    ] {
        assert_eq!(kind(bytes), Err(why), "{bytes:?}");
    }
}

#[test]
fn twenty_megabytes_are_taken_and_one_byte_more_is_not() {
    assert_eq!(clean("a", vec![b'a'; LARGEST]).unwrap().kind, FileKind::Text);
    assert_eq!(clean("a", vec![b'a'; LARGEST + 1]), Err(NotTaken::TooLarge));
}

#[test]
fn names_are_made_safe_and_end_as_the_file_is() {
    for (given, safe) in [
        ("../../etc/passwd", "passwd.txt"),
        ("C:\\Users\\anna\\water report.docx", "water report.txt"),
        ("invoice\u{202e}fdp.exe", "invoicefdp.txt"),
        ("a\r\nSet-Cookie: x.txt", "aSet-Cookie_ x.txt"),
        ("<script>.txt", "script.txt"),
        ("Jäkälä.TXT", "Jäkälä.txt"),
        ("...", "attachment.txt"),
        ("", "attachment.txt"),
    ] {
        assert_eq!(name::cleaned(given, FileKind::Text), safe, "{given:?}");
    }
    assert_eq!(name::cleaned(&"x".repeat(500), FileKind::Pdf).len(), 84);
}
