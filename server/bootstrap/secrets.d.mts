export interface NamedKey {
  id: string;
  key: string;
}
export interface SecretsFile {
  version: 1;
  masterKeys: NamedKey[];
  tokenKeys: NamedKey[];
  codeKey: string;
  lookupKey: string;
  auditKey: string;
  demoPassword: string;
}
export function loadOrMakeSecrets(folder: string): { file: string; secrets: SecretsFile; isNew: boolean };
export function readSecrets(file: string): SecretsFile;
