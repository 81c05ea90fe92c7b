export interface Address {
  host: string;
  port: number;
}
export function listenAddress(): Address;
export function requireFree(address: Address): Promise<void>;
