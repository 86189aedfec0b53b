import { createContext, useContext } from 'react'
import type { Indicator, Overview } from '../../api/need-map/need-map.contract.ts'
import type { SessionOfficer } from '../../api/session/session.contract.ts'
import type { Format } from '../i18n/format.ts'
import type { Language, Translate } from '../i18n/t.ts'
import type { NeedMapClient } from '../need-map/need-map.client.ts'
import type { View } from './view.rules.ts'

/** What every screen may ask for. */
export type Komsu = Readonly<{
  view: View
  setView: (change: Partial<View>) => void
  t: Translate
  format: Format
  language: Language
  client: NeedMapClient
  overview: Overview
  indicators: readonly Indicator[]
  /** The one shown; the first of the catalogue unless chosen. */
  indicator: Indicator | undefined
  /** The one shown, YYYY-MM-01; null when nothing is published. */
  month: string | null
  officer: SessionOfficer | null
}>

export const KomsuContext = createContext<Komsu | null>(null)

/** @throws outside the application */
export function useKomsu(): Komsu {
  const komsu = useContext(KomsuContext)
  if (!komsu) throw new Error('useKomsu outside <KomsuContext>')
  return komsu
}
