/** The pages of the office: which folder draws them, who has them in the navigation. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Role } from '../../api/platform/role.ts'

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

type Page = Readonly<{ roles: readonly Role[]; isInMenu: boolean }>

const CASEWORK = ['intake', 'chief', 'inspector', 'commission', 'manager', 'auditor', 'admin'] as const

const inMenu = (...roles: Role[]): Page => ({ roles, isInMenu: true })
const reached = (...roles: Role[]): Page => ({ roles, isInMenu: false })

/** In the order of the menu. The server decides anew whatever is said here. */
export const PAGES: Readonly<Record<PageName, Page>> = {
  today: inMenu(...CASEWORK),
  search: inMenu('intake', 'chief', 'inspector', 'commission', 'manager'),
  intake: inMenu('intake'),
  'web-applications': inMenu('intake'),
  pool: inMenu('chief', 'manager'),
  plans: inMenu('chief', 'manager', 'inspector'),
  duplicates: inMenu('intake', 'chief'),
  proposals: inMenu('chief'),
  schemes: inMenu('admin', 'chief', 'commission', 'manager'),
  'read-log': inMenu('auditor'),
  file: reached('intake', 'chief', 'inspector', 'commission', 'manager'),
  inspection: reached('inspector', 'chief', 'commission'),
}

export const PAGE_NAMES = Object.keys(PAGES) as readonly PageName[]

/** Roles that have work in the office. */
export const OFFICE_ROLES: readonly Role[] = CASEWORK

type PageModule = { default: ComponentType<PageProps> }

// Every `<page>-page.tsx` of the folders of screens, each in a chunk of its own.
const FOUND = import.meta.glob<PageModule>(
  '../{today,household,intake,activities,inspection,duplicates,scheme,read-log}/*-page.tsx',
)

const DRAWN = new Map<string, LazyExoticComponent<ComponentType<PageProps>>>(
  Object.entries(FOUND).map(([path, load]) => [path.replace(/^.*\/|-page\.tsx$/g, ''), lazy(load)]),
)

export function drawnPage(name: PageName): LazyExoticComponent<ComponentType<PageProps>> | undefined {
  return DRAWN.get(name)
}

/** `file/12` → file and 12; undefined when the office has no such page. */
export function splitPage(page: string): { name: PageName; rest: string } | undefined {
  const [name = '', ...rest] = page.split('/')
  return isPage(name) ? { name, rest: rest.join('/') } : undefined
}

function isPage(name: string): name is PageName {
  return Object.hasOwn(PAGES, name)
}
