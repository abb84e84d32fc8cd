//! From a derive input to its implementations: read, resolve, check, expand. Where there is a mistake, a stand-in takes the
//! place of the implementations, so that the mistakes are all that is reported.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::diagnostics::Diagnostics;
use crate::{attr, expand, resolve, rules};

pub(crate) fn derive(derive_input: &DeriveInput) -> TokenStream {
    let mut diagnostics = Diagnostics::new();
    let input = attr::input::read(derive_input, &mut diagnostics);
    rules::check_attributes(&input, &mut diagnostics);
    let model = resolve::resolve(&input, &mut diagnostics);
    rules::check_model(&model, &mut diagnostics);
    match diagnostics.finish() {
        None => expand::expand(&model),
        Some(mistakes) => {
            let mistakes = mistakes.into_compile_error();
            let stand_in = expand::stand_in(&input, &model.options);
            quote!(#mistakes #stand_in)
        }
    }
}
