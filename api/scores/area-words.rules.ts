/**
 * Words that bring a place into a person's score, which no scheme may do (DOMAIN.md §3). The closed list of variables
 * keeps the figures out; this keeps out the words behind which one could be hidden in a question read by people.
 */

// Turkish and English stems as folded by `fold`; a trailing letter of an inflection may follow.
const STEMS = (
  'mahalle ilce semt muhit sokak sokag cadde bulvar bolge yore belde adres konum koordinat enlem boylam uavt parsel ' +
  'sehrin kentin komsuluk sakinler varos getto kirsal yerlesim lokasyon ' +
  'district neighbourhood neighborhood street avenue suburb village region zone area address location coordinate ' +
  'latitude longitude postcode postal ghetto slum'
).split(' ')
const PHRASES = [
  ...['posta kod', 'nufus mudurlug', 'yoksulluk harita', 'ihtiyac harita', 'sicak nokta', 'kayitli oldugu yer'],
  ...['oturdugu yer', 'yasadigi yer', 'oturulan yer', 'yasanan yer', 'zip code', 'hot spot', 'need map'],
  ...['where they live', 'where one lives', 'part of town', 'place of residence'],
]

/** What names a place in a text; undefined when nothing does. */
export function findAreaWord(text: string): string | undefined {
  // Folded, a village (köy) reads as "put" (koy-): it is looked for as written.
  const village = /(?<!\p{L})köy\p{L}*/iu.exec(text)?.[0]
  if (village !== undefined) return village
  const folded = joinSpelled(fold(text))
  const phrase = PHRASES.find(one => ` ${folded}`.includes(` ${one}`))
  return phrase ?? folded.split(' ').find(word => STEMS.some(stem => word.startsWith(stem)))
}

// "m a h a l l e", as "m.a.h.a.l.l.e" is folded to, is one word.
function joinSpelled(folded: string): string {
  return folded.replace(/(?<!\S)\S(?: \S(?!\S))+/g, letters => letters.replaceAll(' ', ''))
}

/**
 * A place of the province named in a text ("Konak’ta oturan"); undefined when none is. Many names are also words
 * (Kiraz, Ödemiş), so only a capital inside a sentence, or the apostrophe of a proper name, counts.
 * @param places names of districts and neighbourhoods, as written
 */
export function findPlaceName(text: string, places: ReadonlySet<string>): string | undefined {
  for (const match of text.matchAll(/(\p{Lu}[\p{L}]+)([’'])?/gu)) {
    const [, name = '', apostrophe] = match
    const before = text.slice(0, match.index).trimEnd()
    const beginsSentence = before === '' || /[.:;?!(–-]$/.test(before)
    if ((apostrophe !== undefined || !beginsSentence) && places.has(name)) return name
  }
  return undefined
}

const FOLD: Readonly<Record<string, string>> = {
  ı: 'i',
  ş: 's',
  ğ: 'g',
  ç: 'c',
  ö: 'o',
  ü: 'u',
  â: 'a',
  î: 'i',
  û: 'u',
}

// Look-alike letters of other alphabets and zero-width marks hide words from a reader of code, not from one of paper.
const LOOKALIKE: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    е: 'e',
    о: 'o',
    с: 'c',
    р: 'p',
    х: 'x',
    у: 'y',
    к: 'k',
    м: 'm',
    т: 't',
    і: 'i',
    ѕ: 's',
    ɑ: 'a',
    ο: 'o',
    α: 'a',
  },
  ...{ '0': 'o', '1': 'l', '3': 'e', '@': 'a' },
}

function fold(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLocaleLowerCase('tr')
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .replace(/[ışğçöüâîû]/g, letter => FOLD[letter] ?? letter)
  const letters = plain.replace(
    /(?<=\p{L})[013@]|[013@](?=\p{L})|[^\p{ASCII}]/gu,
    letter => LOOKALIKE[letter] ?? letter,
  )
  return letters.replace(/[^a-z]+/g, ' ').trim()
}
