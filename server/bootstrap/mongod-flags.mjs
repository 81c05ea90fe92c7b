/**
 * How we run our own mongod, for trying out and for tests alike. No zlib on the wire (CVE-2025-14847), no JavaScript in
 * queries, and an end within a second when asked (the default waits 15 s for secondaries that do not exist).
 */
export const mongodFlags = [
  ...['--networkMessageCompressors', 'disabled'],
  '--noscripting',
  '--nounixsocket',
  ...['--wiredTigerCacheSizeGB', '0.5'],
  ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
  ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
];

export const replicaSetName = 'ustaz0';
