//! Mirrors of `core/src/fact/key.rs`.

use magdit::FactKey;

/// What a fact is about.
///
/// The first five after the routes are the properties of Kennisnet's
/// Privacy-quickscan, so that its rows can be taken over; the next group
/// are the questions of its Appchecker.
#[uniffi::remote(Enum)]
pub enum FactKey {
    /// Pupils can use it without an account: open page, game code, nickname.
    NoAccount,
    /// Pupils sign in with the school's own account.
    SchoolSso,
    /// The school or teacher makes the pupils' accounts in the tool.
    SchoolManaged,
    /// Parents get an account.
    ParentAccount,
    /// Users make an account themselves, with their own e-mail or phone.
    PrivateAccount,
    /// Can be used without processing personal data of pupils.
    UsableWithoutPupilData,
    /// The supplier's role in the Dutch education privacy covenant.
    PrivacyCovenant,
    /// The processing agreement that the supplier offers to schools.
    ProcessingAgreement,
    /// Where the data are processed.
    Hosting,
    /// The supplier says it shares no data for commercial purposes.
    NoCommercialSharing,
    /// Advertising that users see.
    Advertising,
    /// Parts of the device the app asks access to.
    DevicePermissions,
    /// The tool stores what pupils make.
    StoresWork,
    /// Who owns what pupils make.
    OwnerOfWork,
    /// Work can be taken out when the school stops.
    ExportPossible,
    /// The supplier's terms allow use by pupils at school.
    PupilUseAllowed,
    /// The supplier's minimum age; 0 where its text names none on purpose.
    MinimumAge,
    /// Below this age the supplier itself wants parents' permission; 0 for never.
    ParentalPermissionAge,
    /// Whether the supplier is processor or controller for school use.
    DataRole,
    /// Which school sign-ins it accepts.
    SsoKinds,
    /// Whether what users enter trains the supplier's models.
    TrainsOnInput,
    /// What kind of AI is in it.
    AiKind,
    /// Country of the contracting supplier.
    HomeCountry,
    /// Country of the highest parent company.
    ParentCountry,
    /// The supplier publishes its sub-processors.
    SubProcessorsListed,
    /// The app uploads the address book.
    UploadsAddressBook,
    /// Users can meet or message strangers.
    ChatWithStrangers,
    /// There is something to buy inside the app.
    InAppPurchases,
    /// Sound, images or sessions can be recorded in it.
    Recording,
    /// The school can see who looked at which data.
    AccessLog,
    /// The school can delete pupils' data.
    Deletion,
    /// How long data stay after the account ends, in months.
    RetentionMonths,
    /// It runs in a browser, without installing anything.
    RunsInBrowser,
}
