/// All tables that storage itself needs.
package enum StorageSchema {
  package static let migrations =
    NodeSchema.migrations + EventSchema.migrations + JobSchema.migrations + TimerSchema.migrations
    + SearchSchema.migrations + BlobSchema.migrations
}
