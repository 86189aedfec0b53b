import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { isWebStale } from '../web-build.ts'
import { amiss, type Check, type Machine, ok } from './finding.ts'

const GiB = 1024 ** 3

/** Checks that need no database. */
export const MACHINE_CHECKS: readonly Check<Machine>[] = [
  ({ config }) => {
    if (config.isProduction && !config.databaseUrl)
      return amiss('warn', 'configuration', {
        says: ['Gerçek kurulum gömülü veritabanıyla çalışıyor', 'Production runs on the embedded database'],
        mend: [
          'DATABASE_URL ile bir PostGIS verin (api/OPERATING.md)',
          'Set DATABASE_URL to a PostGIS (api/OPERATING.md)',
        ],
      })
    if (config.databaseUrl && config.databaseUrl === config.ownerUrl && config.isProduction)
      return amiss('warn', 'configuration', {
        says: ['Sunucu şemanın sahibi olarak bağlanıyor', 'The server logs in as the owner of the schema'],
        mend: [
          'DATABASE_URL içinde komsu_app, KOMSU_OWNER_URL içinde sahibi kullanın',
          'Use komsu_app in DATABASE_URL and the owner in KOMSU_OWNER_URL',
        ],
      })
    if (!config.isProduction && !/^(127\.[\d.]+|::1|localhost)$/.test(config.host))
      return amiss('warn', 'configuration', {
        says: [
          `Deneme kurulumu ağa açık (HOST=${config.host}): demo parolasını herkes bilir`,
          `A trial is open to the network (HOST=${config.host}): everybody knows the demo password`,
        ],
        mend: ['NODE_ENV=production verin ya da HOST satırını kaldırın', 'Set NODE_ENV=production, or remove HOST'],
      })
    return ok('configuration', 'Ortam değişkenleri geçerli', 'The environment is valid')
  },
  ({ config }) =>
    config.isProduction && !config.secureCookies
      ? amiss('warn', 'cookies', {
          says: ['Oturum çerezleri https olmadan da gönderiliyor', 'Session cookies also travel without https'],
          mend: [
            'https ile yayımlayın ve KOMSU_SECURE_COOKIES satırını kaldırın',
            'Serve over https and remove KOMSU_SECURE_COOKIES',
          ],
        })
      : ok('cookies', 'Çerez ayarı uygun', 'Cookie settings are fine'),
  () => {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
    const isNew = major > 20 || (major === 20 && minor >= 19)
    return isNew
      ? ok('node', `Node ${process.versions.node}`, `Node ${process.versions.node}`)
      : amiss('fail', 'node', {
          says: [`Node ${process.versions.node} eski`, `Node ${process.versions.node} is too old`],
          mend: ['Node 20.19 ya da yenisini kurun', 'Install Node 20.19 or newer'],
        })
  },
  () =>
    'i'.toLocaleUpperCase('tr') === 'İ'
      ? ok('turkish', 'Türkçe büyük-küçük harf kuralları var', 'Turkish letter rules are there')
      : amiss('fail', 'turkish', {
          says: ['Bu Node Türkçe harf kurallarını bilmiyor', 'This Node lacks Turkish letter rules'],
          mend: ['Tam ICU ile derlenmiş Node kurun', 'Install a Node built with full ICU'],
        }),
  ({ config }) => {
    try {
      mkdirSync(config.dataFolder, { recursive: true })
      accessSync(config.dataFolder, constants.W_OK)
      return ok('data_folder', `${config.dataFolder} yazılabilir`, `${config.dataFolder} is writable`)
    } catch (error) {
      return amiss('fail', 'data_folder', {
        says: [
          `${config.dataFolder} yazılamıyor: ${String(error)}`,
          `${config.dataFolder} is not writable: ${String(error)}`,
        ],
        mend: ['Klasörün sahibini düzeltin ya da KOMSU_DATA verin', 'Mend its owner, or set KOMSU_DATA'],
      })
    }
  },
  ({ config }) => {
    const folder = existsSync(config.dataFolder) ? config.dataFolder : '.'
    const { bavail, bsize } = statfsSync(folder)
    const free = (bavail * bsize) / GiB
    const size = `${free.toFixed(1)} GiB`
    if (free >= 2) return ok('disk', `Boş yer ${size}`, `${size} free`)
    return amiss(free < 0.2 ? 'fail' : 'warn', 'disk', {
      says: [`Boş yer az: ${size}`, `Little room left: ${size}`],
      mend: ['Yer açın ya da KOMSU_DATA ile başka bir disk verin', 'Make room, or set KOMSU_DATA to another disk'],
    })
  },
  ({ root }) => {
    if (!existsSync(join(root, 'web/dist/index.html')) || isWebStale(root))
      return amiss('warn', 'web', {
        says: ['Ekranlar derlenmemiş ya da eski', 'The screens are not built, or older than their sources'],
        mend: ['npm run build (npm start bunu kendisi yapar)', 'npm run build (npm start does it by itself)'],
      })
    return ok('web', 'Ekranlar derlenmiş', 'The screens are built')
  },
]
