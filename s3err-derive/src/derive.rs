//! From a derive input to its implementations: read the attributes, resolve them into a model, expand it. The rules are
//! checked at each stage: over the attributes, over each declared error as it is resolved, and over the model. A type
//! with mistakes gets a stand-in, so that the mistakes are all that is reported.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::diagnostics::{Diagnostics, compile_errors};
use crate::{attr, expand, resolve, rules, shape};

pub(crate) fn derive(derive_input: &DeriveInput) -> TokenStream {
    let mut diagnostics = Diagnostics::new();
    let input = attr::input::read(derive_input, &mut diagnostics);
    shape::check(&input, &mut diagnostics);
    rules::check_attributes(&input, &mut diagnostics);
    let model = resolve::resolve(&input, &mut diagnostics);
    rules::check_model(&model, &mut diagnostics);
    match diagnostics.finish() {
        None => expand::expand(&model),
        Some(mistakes) => {
            let mistakes = compile_errors(mistakes);
            let stand_in = expand::stand_in(&input, &model.options);
            quote!(#mistakes #stand_in)
        }
    }
}
