/** The table of contents of the HTTP API: every slice, in the order of the office. */
import { activityRoutes } from './activities/activities.routes.ts'
import { weeklyPlanRoutes } from './activities/weekly-plans.routes.ts'
import { applicationRoutes } from './applications/applications.routes.ts'
import { draftRoutes } from './applications/drafts.routes.ts'
import { attachmentRoutes } from './attachments/attachments.routes.ts'
import { duplicateRoutes } from './duplicates/duplicates.routes.ts'
import { householdRoutes } from './households/household.routes.ts'
import { personRoutes } from './households/person.routes.ts'
import { formDefinitionRoutes } from './inspections/form-definitions.routes.ts'
import { inspectionRoutes } from './inspections/inspections.routes.ts'
import { needMapRoutes } from './need-map/need-map.routes.ts'
import { officersRoutes } from './officers/officers.routes.ts'
import type { Slice } from './platform/http/slice.ts'
import { proposalRoutes } from './proposals/proposals.routes.ts'
import { readLogRoutes } from './read-log/read-log.routes.ts'
import { officeDoor } from './rights/door.ts'
import { schemeRoutes } from './scores/schemes.routes.ts'
import { scoreRoutes } from './scores/scores.routes.ts'
import { mapDoor } from './session/map-door.ts'
import { sessionRoutes } from './session/session.routes.ts'
import { tileRoutes } from './tiles/tiles.routes.ts'
import { applyPageRoutes } from './web-applications/apply-page.routes.ts'
import { publicFormRoutes, webApplicationRoutes } from './web-applications/web-applications.routes.ts'
import { workListRoutes } from './work-lists/work-lists.routes.ts'

/** Casework, one slice a line: every route in it names its action of the matrix (api/rights/rights.rules.ts). */
const OFFICE: readonly Slice[] = [
  workListRoutes,
  householdRoutes,
  personRoutes,
  proposalRoutes,
  duplicateRoutes,
  draftRoutes,
  applicationRoutes,
  webApplicationRoutes,
  activityRoutes,
  weeklyPlanRoutes,
  inspectionRoutes,
  formDefinitionRoutes,
  attachmentRoutes,
  scoreRoutes,
  schemeRoutes,
  officersRoutes,
  readLogRoutes,
]

/** First who is asking, then what they ask for: slices after `sessionRoutes` see `request.officer`. */
export const ROUTES: readonly Slice[] = [
  sessionRoutes,
  mapDoor([needMapRoutes, tileRoutes]),
  officeDoor(OFFICE),
  publicFormRoutes,
  applyPageRoutes,
]
