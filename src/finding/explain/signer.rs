//! Explanations: who signs.

use super::Explanation;

pub(super) const NO_SIGNATORY: Explanation = Explanation {
    code: "no-signatory",
    vi: "Nghĩa là: các bên ký giao ước đã có họ tên người ký, riêng một bên chưa có.\n\
         Vì sao: văn bản in chỗ trống; tại hội nghị dễ ký nhầm ô.\n\
         Ví dụ: mục signer của Lạng Sơn không có name.\n\
         Cách sửa: ghi name (và capacity khi cấp phó ký thay) trong campaign.toml.",
    en: "Meaning: parties of the pledge have their signers' names, and one has none.\n\
         Why: the paper leaves the place blank, and at the ceremony the wrong cell may be signed.\n\
         Example: signer of Lạng Sơn has no name.\n\
         To mend: give a name (and the capacity, where a deputy signs) in campaign.toml.",
};

pub(super) const UNKNOWN_TITLE: Explanation = Explanation {
    code: "unknown-title",
    vi: "Nghĩa là: chức vụ người ký không có trong danh sách của thể thức đang dùng.\n\
         Vì sao: chức vụ gõ sai in ngay dưới tên cơ quan.\n\
         Ví dụ: “CHỦ TỊCHH”.\n\
         Cách sửa: sửa title; chức vụ đúng như vậy thì chép thể thức ra (thidua templates export)\n\
         và thêm vào titles.",
    en: "Meaning: the signer's title is not in the list of the look in use.\n\
         Why: a mistyped title is printed right under the name of the body.\n\
         Example: “CHỦ TỊCHH”.\n\
         To mend: correct title; if it is right, copy the look out (thidua templates export) and\n\
         add it to titles.",
};

pub(super) const HONORIFIC: Explanation = Explanation {
    code: "honorific",
    vi: "Nghĩa là: trước họ tên người ký có học hàm, học vị, danh hiệu hoặc cách xưng hô.\n\
         Vì sao: Nghị định 30/2020/NĐ-CP (Phụ lục I, mục II.7) không cho ghi ở văn bản hành chính.\n\
         Ví dụ: “ThS. Nguyễn Văn A”, “Đ/c Nguyễn Văn A”.\n\
         Cách sửa: chỉ để họ và tên.",
    en: "Meaning: a degree or a form of address stands before the signer's name.\n\
         Why: Nghị định 30/2020/NĐ-CP (Phụ lục I, II.7) does not allow it.\n\
         Example: “ThS. Nguyễn Văn A”, “Đ/c Nguyễn Văn A”.\n\
         To mend: leave the name only.",
};

pub(super) const SIGNER_TOO_LONG: Explanation = Explanation {
    code: "signer-too-long",
    vi: "Nghĩa là: tên, chức vụ hoặc tên cơ quan của một bên ký dài hơn hai dòng của ô chữ ký.\n\
         Vì sao: ô cao hơn các ô bên cạnh, chữ ký không thẳng hàng.\n\
         Ví dụ: heading có một dòng “BAN THƯỜNG VỤ CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP VÀ CHẾ XUẤT …”.\n\
         Cách sửa: chia thành nhiều dòng trong campaign.toml, hoặc viết gọn.",
    en: "Meaning: a name, title or body of a party is longer than two lines of its cell.\n\
         Why: the cell grows higher than its neighbours.\n\
         Example: heading has the single line “BAN THƯỜNG VỤ CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP …”.\n\
         To mend: split it into several lines in campaign.toml, or shorten it.",
};
