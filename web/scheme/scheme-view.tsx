import { useState } from 'react'
import type { SchemePage } from '../../api/scores/schemes.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { SchemeDesk } from './scheme-desk.tsx'
import { useWords } from './words.ts'

/** One version, loaded; opened anew when its newest state is asked for. */
export function SchemeView({ version }: Readonly<{ version: string }>) {
  const w = useWords()
  const [opened, setOpened] = useState(0)
  const { data, problem, reload } = useRead<SchemePage>(
    `/api/score-schemes/${encodeURIComponent(version)}?opened=${opened}`,
  )
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />
  if (!data) return <Busy label={w('loading')} />
  return <SchemeDesk key={`${opened} ${data.state}`} page={data} onReload={() => setOpened(before => before + 1)} />
}
