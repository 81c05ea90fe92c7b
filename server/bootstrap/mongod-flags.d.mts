export const mongodFlags: string[];
export const replicaSetName: string;
