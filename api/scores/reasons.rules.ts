import type { Item } from './score-item.rules.ts'
import type { Question, Words } from './score-scheme.contract.ts'

const NOTHING: Readonly<Record<string, Words>> = {
  asset: { tr: 'Bilinen bir varlık yok', en: 'No asset is known' },
  status: { tr: 'Bilinen bir sarsıntı veya özel durum yok', en: 'No shock or special status is known' },
  person: { tr: 'Hanede kayıtlı kişi yok', en: 'Nobody is on record in the household' },
}

/** One sentence for a question: what moved its points and what is not known, the same reason once with how often. */
export function joinReasons(question: Question, items: readonly Item[]): Words {
  const [only] = items
  if (only && items.length === 1) return only.reason
  const telling = items.filter(item => item.points !== 0 || item.state !== 'scored')
  if (telling.length > 0) return { tr: counted(telling, 'tr'), en: counted(telling, 'en') }
  const [first] = items
  return first?.reason ?? NOTHING[question.variable.split('.')[0] ?? ''] ?? { tr: 'Bilgi yok', en: 'Not known' }
}

function counted(items: readonly Item[], language: 'tr' | 'en'): string {
  const times = new Map<string, number>()
  for (const { reason } of items) times.set(reason[language], (times.get(reason[language]) ?? 0) + 1)
  return [...times].map(([text, n]) => (n > 1 ? `${text} (${n})` : text)).join('; ')
}
