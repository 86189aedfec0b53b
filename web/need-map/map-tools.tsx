import { useKomsu } from '../app/context.ts'
import type { NeedMap } from '../map/need-map.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { coveringOf, roomAround } from './use-island.ts'

export function MapTools({ map, hasPanel }: Readonly<{ map: NeedMap | null; hasPanel: boolean }>) {
  const { t, overview, view } = useKomsu()
  const bbox = overview.provinces.find(province => province.bbox)?.bbox
  return (
    <div className={`map-tools${hasPanel ? ' beside-panel' : ''}`}>
      <IconButton icon="plus" label={t('ui.zoomIn')} onClick={() => map?.zoomBy(1)} />
      <IconButton icon="minus" label={t('ui.zoomOut')} onClick={() => map?.zoomBy(-1)} />
      <IconButton
        icon="home"
        label={t('ui.home')}
        onClick={() => bbox && map?.frame(bbox, roomAround(coveringOf(view)), 19)}
      />
    </div>
  )
}
