import type { Progress } from './mongod.d.mts';
export interface EmbeddedMongod {
  uri: string;
  wasRunning: boolean;
  watch(): void;
  leave(): Promise<void>;
  stop(): Promise<void>;
}
export function startEmbeddedMongod(dataDir: string, progress: Progress): Promise<EmbeddedMongod>;
