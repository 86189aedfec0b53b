import { useKomsu } from '../app/context.ts'
import type { MapLevel } from '../app/view.rules.ts'
import { Segmented } from '../ui/segmented.tsx'

const LEVELS = ['auto', 'district', 'neighbourhood', 'street'] as const

export function LevelSwitch({ shown }: Readonly<{ shown: MapLevel }>) {
  const { t, view, setView } = useKomsu()
  const options = LEVELS.map(level => ({
    value: level,
    label:
      level === 'auto' && view.level === 'auto' ? `${t('level.auto')}: ${t(`level.${shown}`)}` : t(`level.${level}`),
  }))
  return (
    <Segmented legend={t('level.title')} options={options} value={view.level} onChange={level => setView({ level })} />
  )
}
