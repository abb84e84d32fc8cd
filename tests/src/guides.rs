//! The guides whose programs need the frameworks and engines that this crate has, to be built and run as its own.

#[doc = include_str!("../../s3err-core/src/guide/hyper.md")]
pub mod hyper {}

#[doc = include_str!("../../s3err-core/src/guide/tower.md")]
pub mod tower {}

#[doc = include_str!("../../s3err-core/src/guide/s3s.md")]
pub mod s3s {}

#[doc = include_str!("../../s3err-core/src/guide/layers.md")]
pub mod layers {}

#[doc = include_str!("../../s3err-core/src/guide/engines.md")]
pub mod engines {}
