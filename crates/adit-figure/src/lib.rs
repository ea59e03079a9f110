//! What a figure says, said once; number formatting; drawing for terminal and documents.
