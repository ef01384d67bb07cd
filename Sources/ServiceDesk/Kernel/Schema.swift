package import Storage

/// The whole schema, brought together from the features that own its parts.
package enum Schema {
  package static let migrator = Migrator(
    migrations: StorageSchema.migrations + AccountSchema.migrations + CustomerSchema.migrations
      + ConversationSchema.migrations + ConversationCountSchema.migrations
      + DraftSchema.migrations + SavedReplySchema.migrations + TimelineSchema.migrations
      + RequestKeySchema.migrations + ActivitySchema.migrations + InboxSchema.migrations
      + VisitorSchema.migrations + MailboxSchema.migrations + MailSchema.migrations
      + ReadingSchema.migrations + ContactReasonSchema.migrations + MailTextSchema.migrations
      + AccessLinkSchema.migrations
  )
}
