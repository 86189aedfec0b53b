import { makeWords } from '../office/words.ts'

const tr = {
  'status.draft': 'Taslak',
  'status.awaiting_inquiry': 'Araştırma bekliyor',
  'status.assigned': 'İncelemeciye verildi',
  'status.in_inspection': 'İncelemede',
  'status.inspected': 'İncelendi',
  'status.eligible': 'Yeterli puan',
  'status.ineligible': 'Yetersiz puan',
  'status.before_commission': 'Komisyon gündeminde',
  'status.granted': 'Yardım verildi',
  'status.refused': 'Kabul edilmedi',
  'status.expired': 'Süresi doldu',
  'status.terminated': 'Sona erdirildi',
  'status.withdrawn': 'Geri çekildi',
  'aid.cash_support': 'Nakdi yardım',
  'aid.social_card': 'Sosyal yardım kartı',
  'aid.food_parcel': 'Gıda kolisi',
  'aid.hygiene_pack': 'Hijyen paketi',
  'aid.diapers': 'Bebek bezi',
  'aid.milk': 'Süt Kuzusu',
  'aid.coal': 'Yakacak',
  'aid.furniture': 'Eşya',
  'aid.home_care': 'Evde bakım',
  'outcome.grant': 'Yardım verilmesine karar verildi',
  'outcome.refuse': 'Kabul edilmedi',
  'outcome.ask_more': 'Ek inceleme istendi',
  'outcome.defer': 'Ertelendi',
}

const en: Record<keyof typeof tr, string> = {
  'status.draft': 'Draft',
  'status.awaiting_inquiry': 'Awaiting inquiry',
  'status.assigned': 'Given to an inspector',
  'status.in_inspection': 'In inspection',
  'status.inspected': 'Inspected',
  'status.eligible': 'Enough points',
  'status.ineligible': 'Too few points',
  'status.before_commission': 'Before the commission',
  'status.granted': 'Granted',
  'status.refused': 'Refused',
  'status.expired': 'Expired',
  'status.terminated': 'Terminated',
  'status.withdrawn': 'Withdrawn',
  'aid.cash_support': 'Cash support',
  'aid.social_card': 'Social card',
  'aid.food_parcel': 'Food parcel',
  'aid.hygiene_pack': 'Hygiene pack',
  'aid.diapers': 'Diapers',
  'aid.milk': 'Milk for children',
  'aid.coal': 'Heating fuel',
  'aid.furniture': 'Furniture',
  'aid.home_care': 'Home care',
  'outcome.grant': 'Granted by decision',
  'outcome.refuse': 'Refused',
  'outcome.ask_more': 'More inspection asked for',
  'outcome.defer': 'Deferred',
}

const useTable = makeWords({ tr, en })

/** Words for codes of the database; a code nobody knows is shown as it is. */
export function useCodeWords(): (group: 'status' | 'aid' | 'outcome', code: string) => string {
  const w = useTable()
  return (group, code) => {
    const key = `${group}.${code}`
    return Object.hasOwn(tr, key) ? w(key as keyof typeof tr) : code
  }
}
