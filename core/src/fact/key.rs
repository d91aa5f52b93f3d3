//! The closed list of things that are recorded of an edition.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a fact is about.
    ///
    /// The first five after the routes are the properties of Kennisnet's
    /// Privacy-quickscan, so that its rows can be taken over; the next group
    /// are the questions of its Appchecker.
    FactKey {
        /// Pupils can use it without an account: open page, game code, nickname.
        NoAccount = "no_account",
        /// Pupils sign in with the school's own account.
        SchoolSso = "school_sso",
        /// The school or teacher makes the pupils' accounts in the tool.
        SchoolManaged = "school_managed",
        /// Parents get an account.
        ParentAccount = "parent_account",
        /// Users make an account themselves, with their own e-mail or phone.
        PrivateAccount = "private_account",
        /// Can be used without processing personal data of pupils.
        UsableWithoutPupilData = "usable_without_pupil_data",
        /// The supplier's role in the Dutch education privacy covenant.
        PrivacyCovenant = "privacy_covenant",
        /// The processing agreement that the supplier offers to schools.
        ProcessingAgreement = "processing_agreement",
        /// Where the data are processed.
        Hosting = "hosting",
        /// The supplier says it shares no data for commercial purposes.
        NoCommercialSharing = "no_commercial_sharing",
        /// Advertising that users see.
        Advertising = "advertising",
        /// Parts of the device the app asks access to.
        DevicePermissions = "device_permissions",
        /// The tool stores what pupils make.
        StoresWork = "stores_work",
        /// Who owns what pupils make.
        OwnerOfWork = "owner_of_work",
        /// Work can be taken out when the school stops.
        ExportPossible = "export_possible",
        /// The supplier's terms allow use by pupils at school.
        PupilUseAllowed = "pupil_use_allowed",
        /// The supplier's minimum age; 0 where its text names none on purpose.
        MinimumAge = "minimum_age",
        /// Below this age the supplier itself wants parents' permission; 0 for never.
        ParentalPermissionAge = "parental_permission_age",
        /// Whether the supplier is processor or controller for school use.
        DataRole = "data_role",
        /// Which school sign-ins it accepts.
        SsoKinds = "sso_kinds",
        /// Whether what users enter trains the supplier's models.
        TrainsOnInput = "trains_on_input",
        /// What kind of AI is in it.
        AiKind = "ai_kind",
        /// Country of the contracting supplier.
        HomeCountry = "home_country",
        /// Country of the highest parent company.
        ParentCountry = "parent_country",
        /// The supplier publishes its sub-processors.
        SubProcessorsListed = "sub_processors_listed",
        /// The app uploads the address book.
        UploadsAddressBook = "uploads_address_book",
        /// Users can meet or message strangers.
        ChatWithStrangers = "chat_with_strangers",
        /// There is something to buy inside the app.
        InAppPurchases = "in_app_purchases",
        /// Sound, images or sessions can be recorded in it.
        Recording = "recording",
        /// The school can see who looked at which data.
        AccessLog = "access_log",
        /// The school can delete pupils' data.
        Deletion = "deletion",
        /// How long data stay after the account ends, in months.
        RetentionMonths = "retention_months",
        /// It runs in a browser, without installing anything.
        RunsInBrowser = "runs_in_browser",
    }
}

/// What the value of a key looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    /// `true` or `false`.
    YesNo,
    /// Completed years, 0 to 18.
    Age,
    /// Months, 0 to 600.
    Months,
    /// One word of [`FactKey::words`].
    Word,
    /// A country code such as `NL`.
    Country,
    /// A sorted list of words of [`FactKey::words`].
    Words,
}

impl FactKey {
    /// The kind of value this key takes.
    #[must_use]
    pub const fn kind(self) -> ValueKind {
        match self {
            Self::NoAccount
            | Self::SchoolSso
            | Self::SchoolManaged
            | Self::ParentAccount
            | Self::PrivateAccount
            | Self::UsableWithoutPupilData
            | Self::NoCommercialSharing
            | Self::StoresWork
            | Self::ExportPossible
            | Self::PupilUseAllowed
            | Self::SubProcessorsListed
            | Self::UploadsAddressBook
            | Self::ChatWithStrangers
            | Self::InAppPurchases
            | Self::Recording
            | Self::AccessLog
            | Self::Deletion
            | Self::RunsInBrowser => ValueKind::YesNo,
            Self::MinimumAge | Self::ParentalPermissionAge => ValueKind::Age,
            Self::RetentionMonths => ValueKind::Months,
            Self::HomeCountry | Self::ParentCountry => ValueKind::Country,
            Self::DevicePermissions | Self::SsoKinds => ValueKind::Words,
            Self::PrivacyCovenant
            | Self::ProcessingAgreement
            | Self::Hosting
            | Self::Advertising
            | Self::OwnerOfWork
            | Self::DataRole
            | Self::TrainsOnInput
            | Self::AiKind => ValueKind::Word,
        }
    }

    /// The closed list of words for this key; empty for other kinds.
    #[must_use]
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::PrivacyCovenant => &["participant", "supporter", "none"],
            Self::ProcessingAgreement => &["covenant_model", "general_model", "own", "none"],
            Self::Hosting => &["eea", "eea_optional", "outside_eea", "device"],
            Self::Advertising => &["none", "contextual", "personalised"],
            Self::DevicePermissions => {
                &["camera", "contacts", "files", "location", "microphone", "notifications", "phone"]
            }
            Self::OwnerOfWork => &["user", "school", "supplier"],
            Self::DataRole => &["processor", "controller", "both"],
            Self::SsoKinds => &["apple", "basispoort", "entree", "google", "microsoft", "other", "surfconext"],
            Self::TrainsOnInput => &["no", "opt_in", "opt_out", "yes"],
            Self::AiKind => &["none", "generative", "adaptive", "analytics", "proctoring", "emotion_recognition"],
            _ => &[],
        }
    }

    /// True where the text of a supplier decides, not the working of the
    /// product: only a text that applies in the Netherlands or the EEA counts.
    #[must_use]
    pub const fn needs_eea_text(self) -> bool {
        matches!(
            self,
            Self::ProcessingAgreement
                | Self::NoCommercialSharing
                | Self::PupilUseAllowed
                | Self::MinimumAge
                | Self::ParentalPermissionAge
                | Self::DataRole
                | Self::TrainsOnInput
        )
    }

    /// Months after which a value of this key should be read again, unless
    /// the fact says otherwise.
    #[must_use]
    pub const fn review_months(self) -> u16 {
        match self {
            Self::TrainsOnInput | Self::AiKind | Self::MinimumAge | Self::ParentalPermissionAge => 6,
            _ => 12,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_key_has_a_list_and_no_other_key_has() {
        for &key in FactKey::ALL {
            let takes_words = matches!(key.kind(), ValueKind::Word | ValueKind::Words);
            assert_eq!(takes_words, !key.words().is_empty(), "{key}");
        }
        assert_eq!(FactKey::ALL.len(), 33);
    }
}
