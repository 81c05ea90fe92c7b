import { createECDH, hkdfSync } from 'node:crypto';
import { openBox } from '../domain/sealed-box.ts';
import type { Db } from './driver.ts';
import type { IdentityVault, WrappedKey } from './identity-vault.ts';

/** A campaign's pair of keys: devices seal to the public one; the private one is sealed under the master key. */
export type CampaignKeyDocument = {
  _id: string;
  publicKey: string;
  key: WrappedKey;
  privateKey: string;
  createdAt: Date;
};

/** Opens what a device sealed to the campaign; null where it was not sealed to it, or is damaged. */
export type CampaignKey = { publicKey: string; open(about: string, sealed: string): Buffer | null };

export type CampaignKeyStore = ReturnType<typeof campaignKeyStore>;

const curve = 'prime256v1';
const field = 'uploadKey';
const name = (campaign: string): string => `campaign:${campaign}`;

/** The campaigns' keys, made at the first use; those once opened are remembered, so that a class costs one reading. */
export function campaignKeyStore(db: Db, vault: IdentityVault) {
  const keys = db.collection<CampaignKeyDocument>('campaignKeys');
  const opened = new Map<string, CampaignKey>();

  const make = async (campaign: string, at: Date): Promise<CampaignKeyDocument> => {
    const pair = createECDH(curve);
    const publicKey = pair.generateKeys('base64url', 'uncompressed');
    const key = vault.makeKey(name(campaign));
    const privateKey = vault.seal(name(campaign), key, field, pair.getPrivateKey('base64url'));
    // Two that make one at once agree on the first.
    const fresh = { publicKey, key, privateKey, createdAt: at };
    await keys.updateOne({ _id: campaign }, { $setOnInsert: fresh }, { upsert: true });
    return (await keys.findOne({ _id: campaign })) ?? { _id: campaign, ...fresh };
  };

  return {
    async of(campaign: string, at: Date): Promise<CampaignKey> {
      const known = opened.get(campaign);
      if (known !== undefined) return known;
      const held = (await keys.findOne({ _id: campaign })) ?? (await make(campaign, at));
      const privateKey = vault.open(name(campaign), held.key, field, held.privateKey);
      const usable = { publicKey: held.publicKey, open: openWith(privateKey) };
      opened.set(campaign, usable);
      return usable;
    },
    /** Puts every key under the current master key; gives how many were changed. */
    async rewrapAll(currentKeyId: string): Promise<number> {
      let changed = 0;
      for await (const { _id, key } of keys.find({ 'key.keyId': { $ne: currentKeyId } })) {
        await keys.updateOne({ _id }, { $set: { key: vault.rewrap(name(_id), key) } });
        changed += 1;
      }
      return changed;
    },
  };
}

/** The counterpart of `sealTo` in web/offline/code-lock.ts: ECDH with the sender's point, HKDF, AES-256-GCM. */
const openWith =
  (privateKey: string) =>
  (about: string, sealed: string): Buffer | null => {
    const [point = '', box = ''] = sealed.split('.');
    try {
      const own = createECDH(curve);
      own.setPrivateKey(privateKey, 'base64url');
      const secret = own.computeSecret(point, 'base64url');
      return openBox(Buffer.from(hkdfSync('sha256', secret, '', 'ustaz sealed', 32)), about, box);
    } catch {
      return null;
    }
  };
