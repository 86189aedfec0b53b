import type { FormDefinition } from '../../api/inspections/form-definition.contract.ts'
import type { InspectionView } from '../../api/inspections/inspection.contract.ts'
import type { PageProps } from '../office/pages.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { FillForm } from './fill-form.tsx'
import './inspection.css'
import { InspectionHead } from './inspection-head.tsx'
import { ReadForm } from './read-form.tsx'
import { StartInspection } from './start-inspection.tsx'
import { useWords } from './words.ts'

/** `inspection/12`: filled in by its inspectors, read and controlled by the chief. `inspection/new/204`: of an application. */
export default function InspectionPage({ rest }: PageProps) {
  const application = /^new\/(\d+)$/.exec(rest)?.[1]
  return application ? <StartInspection application={application} /> : <Inspection id={rest} />
}

function Inspection({ id }: Readonly<{ id: string }>) {
  const w = useWords()
  const { may } = useOffice()
  const inspection = useRead<InspectionView>(`/api/inspections/${encodeURIComponent(id)}`)
  const view = inspection.data
  const version = view?.formVersion ?? null
  const definition = useRead<FormDefinition>(version && `/api/form-definitions/${version}`)
  const problem = inspection.problem ?? definition.problem
  if (problem && !view) return <ProblemNotice problem={problem} onRetry={inspection.reload} />
  if (!view || (version && !definition.data)) return <Busy label={w('loading')} />
  const isFilling = may('inspection.answer') && view.why.answer === null
  const parts = { view, onChanged: inspection.reload }
  return (
    <div className="page">
      <InspectionHead view={view} />
      <ProblemNotice problem={problem} onRetry={inspection.reload} />
      {!definition.data && <p>{w('noForm')}</p>}
      {definition.data &&
        (isFilling ? (
          <FillForm key={view.id} {...parts} definition={definition.data} />
        ) : (
          <ReadForm {...parts} definition={definition.data} />
        ))}
    </div>
  )
}
