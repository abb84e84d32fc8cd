//! The parts of S3, and the services beside it, that a code comes from.

/// The service or topic that a code comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Family {
    General,
    AccessGrants,
    AccessPoints,
    Acl,
    Annotation,
    Configuration,
    Control,
    Devpay,
    Express,
    Fsx,
    Json,
    Kms,
    ObjectLambda,
    ObjectLock,
    Outposts,
    PostForm,
    Replication,
    Select,
    Soap,
    StorageLens,
    Sts,
    Tagging,
}

impl Family {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::AccessGrants => "access-grants",
            Self::AccessPoints => "access-points",
            Self::Acl => "acl",
            Self::Annotation => "annotation",
            Self::Configuration => "configuration",
            Self::Control => "control",
            Self::Devpay => "devpay",
            Self::Express => "express",
            Self::Fsx => "fsx",
            Self::Json => "json",
            Self::Kms => "kms",
            Self::ObjectLambda => "object-lambda",
            Self::ObjectLock => "object-lock",
            Self::Outposts => "outposts",
            Self::PostForm => "post-form",
            Self::Replication => "replication",
            Self::Select => "select",
            Self::Soap => "soap",
            Self::StorageLens => "storage-lens",
            Self::Sts => "sts",
            Self::Tagging => "tagging",
        }
    }
}
