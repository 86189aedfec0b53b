import { useKomsu } from '../app/context.ts'

/** Says on the map itself that its outlines are not official, and leads to how that is mended. */
export function SchematicNotice() {
  const { t, overview, setView } = useKomsu()
  if (!overview.provinces.some(province => province.isSchematic)) return null
  return (
    <button
      type="button"
      className="schematic-notice"
      title={t('notice.schematicMore')}
      onClick={() => setView({ room: 'about' })}
    >
      {t('notice.schematic')}
    </button>
  )
}
