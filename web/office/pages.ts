/** The pages of the office: which folder draws them, who has them in the navigation. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Role } from '../../api/platform/role.ts'
import { type Action, isAllowed, RIGHTS } from '../../api/rights/rights.rules.ts'

/** What follows the name in the address: of `file/12` it is `12`, of `today` nothing. */
export type PageProps = Readonly<{ rest: string }>

export type PageName =
  | 'today'
  | 'search'
  | 'file'
  | 'intake'
  | 'pool'
  | 'plans'
  | 'inspection'
  | 'duplicates'
  | 'proposals'
  | 'web-applications'
  | 'schemes'
  | 'read-log'
  | 'officers'

type Page = Readonly<{ action: Action; isInMenu: boolean }>

const inMenu = (action: Action): Page => ({ action, isInMenu: true })
const reached = (action: Action): Page => ({ action, isInMenu: false })

/** In the order of the menu; who may take the action has the page. The server decides anew whatever is said here. */
const PAGES: Readonly<Record<PageName, Page>> = {
  today: inMenu('work_list.read'),
  search: inMenu('household.search'),
  intake: inMenu('draft.save'),
  'web-applications': inMenu('web_application.list'),
  pool: inMenu('activity.assign'),
  plans: inMenu('plan.list'),
  duplicates: inMenu('duplicate.list'),
  proposals: inMenu('proposal.list'),
  schemes: inMenu('scheme.read'),
  'read-log': inMenu('read_log.read'),
  officers: inMenu('interest.read'),
  file: reached('household.read'),
  inspection: reached('inspection.read'),
}

const PAGE_NAMES = Object.keys(PAGES) as readonly PageName[]

export function hasPage(role: Role, name: PageName): boolean {
  return isAllowed(role, PAGES[name].action)
}

/** Roles a page is for. */
export function rolesOf(name: PageName): readonly Role[] {
  return RIGHTS[PAGES[name].action]
}

/** The pages in the menu of a role. */
export function menuOf(role: Role): PageName[] {
  return PAGE_NAMES.filter(name => PAGES[name].isInMenu && hasPage(role, name))
}

/** The pages, each in a chunk of its own. */
export const DRAWN: Readonly<Record<PageName, LazyExoticComponent<ComponentType<PageProps>>>> = {
  today: lazy(() => import('../today/today-page.tsx')),
  search: lazy(() => import('../household/search-page.tsx')),
  file: lazy(() => import('../household/file-page.tsx')),
  intake: lazy(() => import('../intake/intake-page.tsx')),
  'web-applications': lazy(() => import('../web-applications/web-applications-page.tsx')),
  pool: lazy(() => import('../activities/pool-page.tsx')),
  plans: lazy(() => import('../activities/plans-page.tsx')),
  inspection: lazy(() => import('../inspection/inspection-page.tsx')),
  duplicates: lazy(() => import('../duplicates/duplicates-page.tsx')),
  proposals: lazy(() => import('../proposals/proposals-page.tsx')),
  schemes: lazy(() => import('../scheme/schemes-page.tsx')),
  'read-log': lazy(() => import('../read-log/read-log-page.tsx')),
  officers: lazy(() => import('../officers/officers-page.tsx')),
}

/** `file/12` → file and 12; undefined when the office has no such page. */
export function splitPage(page: string): { name: PageName; rest: string } | undefined {
  const [name = '', ...rest] = page.split('/')
  return isPage(name) ? { name, rest: rest.join('/') } : undefined
}

function isPage(name: string): name is PageName {
  return Object.hasOwn(PAGES, name)
}
