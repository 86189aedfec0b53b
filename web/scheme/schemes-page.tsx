import type { PageProps } from '../office/pages.ts'
import { SchemeList } from './scheme-list.tsx'
import { SchemeView } from './scheme-view.tsx'
import './scheme.css'

/** `schemes`: every version; `schemes/izmir-2027`: one of them, edited while it is a draft. */
export default function SchemesPage({ rest }: PageProps) {
  return rest === '' ? <SchemeList /> : <SchemeView key={rest} version={rest} />
}
