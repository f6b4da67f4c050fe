use specwright_core::{diagnostic::*, ir, openapi, source::*};
fn main() {
    let mut total = 0;
    for path in std::env::args().skip(1) {
        let t = std::time::Instant::now();
        let mut sources = Sources::default();
        let mut d = Diagnostics::default();
        let node = load(&Input::File(path.clone().into()), &mut sources, &mut d);
        let t1 = t.elapsed();
        let mut ops = 0;
        let mut types = 0;
        let mut t2 = t1;
        let mut unions = [0; 4];
        if let Some(node) = &node {
            if let Some(desc) = openapi::read(node, &mut d) {
                t2 = t.elapsed();
                let api = ir::lower::lower(&desc, &mut d);
                ops = api.operations.len();
                types = api.types.len();
                for (_, t) in api.types.iter() {
                    if let ir::Shape::Union(u) = &t.shape {
                        unions[match u.dispatch {
                            ir::Dispatch::Tag { .. } => 0,
                            ir::Dispatch::Kind => 1,
                            ir::Dispatch::Member(_) => 2,
                            ir::Dispatch::Trial => 3,
                        }] += 1;
                    }
                }
                if std::env::var("DUMP").is_ok() {
                    println!("{api:#?}");
                }
            }
        }
        let t3 = t.elapsed();
        println!(
            "{path}: errors {} warnings {} ops {ops} types {types} unions(tag,kind,member,trial) {unions:?} load {:?} read {:?} lower {:?}",
            d.count(Severity::Error),
            d.count(Severity::Warning),
            t1,
            t2 - t1,
            t3 - t2
        );
        if std::env::var("SHOW").is_ok() {
            print!("{}", render::human(&d, &sources, false));
        }
        if std::env::var("CODES").is_ok() {
            let mut m = std::collections::BTreeMap::new();
            for x in d.iter() {
                *m.entry(x.code.as_str()).or_insert(0) += 1;
            }
            println!("   {m:?}");
        }
        total += ops;
    }
    println!("total {total}");
}
