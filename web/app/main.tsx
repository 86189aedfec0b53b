import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/parts.css'
import './shell.css'
import '../need-map/map-room.css'
import '../need-map/table.css'
import '../need-map/panel.css'
import { createRoot } from 'react-dom/client'
import { mapFont } from '../map/map-font.ts'
import { needMapClient } from '../need-map/need-map.client.ts'
import type { IslandModule } from '../need-map/use-island.ts'
import { viewInAddress } from './address.ts'
import { App } from './app.tsx'

// The map's library and its type are on their way while React draws the frame around them. Labels are drawn from the
// page's own font, so it must be here before the first label is.
let fetched: IslandModule | null = null
const island = (): IslandModule => {
  fetched ??= Promise.all([import('../map/need-map.ts'), mapFont()]).then(([module]) => module)
  return fetched
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const view = viewInAddress()
if (view.get().room !== 'office') island()
createRoot(root).render(<App view={view} client={needMapClient()} island={island} />)
