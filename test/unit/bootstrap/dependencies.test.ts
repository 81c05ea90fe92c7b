import { describe, expect, it } from 'vitest';
import { absentFrom } from '../../../server/bootstrap/dependencies.mjs';

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/mac-only': { version: '2.0.0', optional: true },
};

describe('what node_modules lacks', () => {
  it('is nothing where every version is there, packages for other systems aside', () => {
    expect(absentFrom({ 'node_modules/a': { version: '1.0.0' } }, wanted)).toEqual([]);
  });

  it('is a package that is absent or of another version', () => {
    expect(absentFrom({}, wanted)).toEqual(['node_modules/a']);
    expect(absentFrom({ 'node_modules/a': { version: '1.0.1' } }, wanted)).toEqual(['node_modules/a']);
    const otherOptional = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/mac-only': { version: '1.9.0' } };
    expect(absentFrom(otherOptional, wanted)).toEqual(['node_modules/mac-only']);
  });
});
