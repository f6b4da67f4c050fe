//! What a wrong call of `include_api!` says. `TRYBUILD=overwrite` rewrites the expectations.

#[test]
fn wrong_calls_of_the_macro_are_explained() {
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}
