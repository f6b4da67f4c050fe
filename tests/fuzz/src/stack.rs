//! A stack of its own for the handler of a broken memory access, without which a run that overflows its stack ends without a word,
//! and what it ran is lost.

use std::sync::Once;
use std::{io, mem, ptr};

/// How many bytes the handler may take.
const SIZE: usize = 1 << 20;

static DONE: Once = Once::new();

/// Gives the handler that the fuzzer has set its stack, once.
///
/// # Panics
/// If the system has none to give.
pub(crate) fn give_handler_a_stack() {
    DONE.call_once(|| {
        let stack = libc::stack_t {
            ss_sp: Box::leak(vec![0_u8; SIZE].into_boxed_slice())
                .as_mut_ptr()
                .cast(),
            ss_flags: 0,
            ss_size: SIZE,
        };
        // SAFETY: the memory is leaked, so it outlives every signal; the handler is the one that was there, and only where it
        // runs is changed.
        let is_done = unsafe {
            let mut action: libc::sigaction = mem::zeroed();
            libc::sigaltstack(&raw const stack, ptr::null_mut()) == 0
                && libc::sigaction(libc::SIGSEGV, ptr::null(), &raw mut action) == 0
                && {
                    action.sa_flags |= libc::SA_ONSTACK;
                    libc::sigaction(libc::SIGSEGV, &raw const action, ptr::null_mut()) == 0
                }
        };
        assert!(is_done, "{}", io::Error::last_os_error());
    });
}
