/** What a refusal says, in both languages: short sentences that tell what to do. Pure. */
const SAID = {
  too_short: ['En az üç harf veya rakam yazın.', 'Type at least three letters or digits.'],
} as const satisfies Record<string, readonly [string, string]>

export type Saying = keyof typeof SAID

export function said(language: 'tr' | 'en', key: Saying, fill: Readonly<Record<string, string | number>> = {}): string {
  const text: string = SAID[key][language === 'tr' ? 0 : 1]
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(fill[name] ?? whole))
}
