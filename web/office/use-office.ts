import { createContext, useContext } from 'react'
import type { Role } from '../../api/platform/role.ts'
import type { Action } from '../../api/rights/rights.rules.ts'
import type { SessionOfficer } from '../../api/session/session.contract.ts'
import type { View } from '../app/view.rules.ts'
import type { Format } from '../i18n/format.ts'
import type { Language, Translate } from '../i18n/t.ts'
import type { Flavour } from '../map/flavour.ts'
import type { OfficeClient } from './client.ts'
import type { MenuCounts } from './menu-counts.rules.ts'

/** What every screen of the office may ask for. */
export type Office = Readonly<{
  view: View
  setView: (change: Partial<View>) => void
  /** Words of the frame; a folder's own words come from its `useWords()`. */
  t: Translate
  format: Format
  language: Language
  flavour: Flavour
  officer: SessionOfficer
  /** The role acted in. */
  role: Role
  /** Whether the role acted in may do it at all; the server asks again, for the file at hand too. */
  may: (action: Action) => boolean
  /** Opens a page: `go('file/12')`. */
  go: (page: string) => void
  /** The address of a page for an `<a href>`; a click on it opens the page without loading anew. */
  href: (page: string) => string
  client: OfficeClient
  /** How many things wait on each page, as whoever last read a work list told. */
  counts: MenuCounts
  /** `tellCounts(menuCounts(list))` after reading a work list. */
  tellCounts: (counts: MenuCounts) => void
}>

export const OfficeContext = createContext<Office | null>(null)

/** @throws outside the office */
export function useOffice(): Office {
  const office = useContext(OfficeContext)
  if (!office) throw new Error('useOffice outside <OfficeContext>')
  return office
}
