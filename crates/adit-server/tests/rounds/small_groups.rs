//! Nothing about fewer than five people leaves by any page, address or command: every number that is shown is read back,
//! and everything that adding and subtracting can make of them is tried.
