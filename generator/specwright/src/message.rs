//! Diagnostics as single lines, for places that show no more: Cargo's messages.

use specwright_core::diagnostic::{Diagnostic, Severity};
use specwright_core::source::Sources;

/// `specs/x.yaml:12:5: error[SW0103]: …; help: …`.
pub(crate) fn line(diagnostic: &Diagnostic, _sources: &Sources) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut line = format!(
        "{severity}[{}]: {}",
        diagnostic.code.as_str(),
        diagnostic.message
    );
    if let Some(help) = &diagnostic.help {
        line.push_str("; help: ");
        line.push_str(help);
    }
    line.replace(['\n', '\r'], " ")
}
