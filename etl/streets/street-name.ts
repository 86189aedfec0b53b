import { lowerTurkish, turkishKey } from '../../api/platform/turkish.ts'
import { properName } from '../reading/values.ts'

/** Kinds of CSBM by the words that end a name (as turkishKey leaves them), and how the kind follows a name in words. */
const KINDS: readonly Readonly<{ kind: string; words: readonly string[]; after: string }>[] = [
  { kind: 'küme evler', words: ['kume evler', 'kume evleri'], after: 'Küme Evleri' },
  { kind: 'sokak', words: ['sokak', 'sokagi', 'sok', 'sk'], after: 'Sokak' },
  { kind: 'cadde', words: ['cadde', 'caddesi', 'cad', 'cd'], after: 'Caddesi' },
  { kind: 'bulvar', words: ['bulvar', 'bulvari', 'blv'], after: 'Bulvarı' },
  { kind: 'meydan', words: ['meydan', 'meydani'], after: 'Meydanı' },
  { kind: 'çıkmaz', words: ['cikmaz', 'cikmazi'], after: 'Çıkmazı' },
  { kind: 'yol', words: ['yol', 'yolu'], after: 'Yolu' },
]

/** Name and kind of a street as kept: "11/1" + "Sokak" → "11/1 Sokak"; "ATATÜRK CADDESİ" → "Atatürk Caddesi", cadde. */
export function streetName(raw: string, rawKind: string | null): { name: string; kind: string } {
  const name = properName(raw.replace(/\s*\([^)]*\)\s*$/, '').trim()) || raw.trim()
  const inName = kindIn(turkishKey(name))
  if (inName) return { name, kind: inName.kind }
  const told = rawKind === null ? undefined : kindIn(turkishKey(rawKind))
  if (!told) return { name, kind: rawKind === null ? 'sokak' : lowerTurkish(rawKind) }
  return { name: `${name} ${/^\d/.test(name) && told.kind === 'cadde' ? 'Cadde' : told.after}`, kind: told.kind }
}

/** Key under which one street has one name whatever the spelling: "1456. Sk." and "1456 Sokak" agree. */
export function streetKey(name: string): { base: string; kind: string | null } {
  const key = turkishKey(name)
  const found = kindIn(key)
  if (!found) return { base: key, kind: null }
  const word = found.words.find(one => key === one || key.endsWith(` ${one}`)) ?? ''
  return { base: key.slice(0, key.length - word.length).trim() || key, kind: found.kind }
}

function kindIn(key: string) {
  return KINDS.find(({ words }) => words.some(word => key === word || key.endsWith(` ${word}`)))
}
