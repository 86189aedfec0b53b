import type { PageProps } from '../office/pages.ts'
import { DuplicateList } from './duplicate-list.tsx'
import { DuplicatePair } from './duplicate-pair.tsx'
import './duplicates.css'

/** Files that may be one household: the list, or `duplicates/12` one pair side by side. */
export default function DuplicatesPage({ rest }: PageProps) {
  return /^\d+$/.test(rest) ? <DuplicatePair key={rest} id={Number(rest)} /> : <DuplicateList />
}
