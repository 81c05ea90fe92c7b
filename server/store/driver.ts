import mongoose from 'mongoose';

/** The native driver that mongoose carries, so that both speak through one version. */
export const { MongoServerError, MongoBulkWriteError } = mongoose.mongo;
export type Db = mongoose.mongo.Db;
export type Collection<Document extends mongoose.mongo.BSON.Document> = mongoose.mongo.Collection<Document>;
export type Filter<Document> = mongoose.mongo.Filter<Document>;
export type AnyBulkWriteOperation<Document extends mongoose.mongo.BSON.Document> =
  mongoose.mongo.AnyBulkWriteOperation<Document>;
