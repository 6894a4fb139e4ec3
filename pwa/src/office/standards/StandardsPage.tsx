/** The standards: all fields as a table, and one field with its versions. */
import { useMemo } from 'preact/hooks'
import type { Level } from '../../api/schema'
import { LevelShape } from '../../ui/LevelShape'
import { useOffice } from '../context'
import { type Column, DataTable } from '../DataTable'
import { type Standard, getStandards } from '../levels/calls'
import { useOwn } from '../own'
import type { PageProps } from '../pages'
import { goTo, pathOf } from '../places'
import { State } from '../State'
import { useSeen } from '../useSeen'
import type { OfficeWords } from '../words'
import { whyNot } from './deciding'
import { FieldPage } from './FieldPage'
import { en, ja } from './words'

export function Page({ id }: PageProps) {
  const { language } = useOffice()
  const { answer, trouble } = useSeen('standards', getStandards, language)
  if (answer === null) {
    return <State trouble={trouble} />
  }
  return id === null ? <Fields standards={answer.fields} /> : <FieldPage key={id} field={id} standards={answer.fields} />
}

const pageOf = ({ field }: Standard) => pathOf('register', '', 'standards', field)

function Fields({ standards }: { standards: readonly Standard[] }) {
  const { t } = useOffice()
  const w = useOwn({ ja, en })
  const columns = useMemo(() => columnsOf(t, w), [t, w])
  return (
    <main class="board">
      <div class="ot">
        <h1>{w.title}</h1>
      </div>
      <DataTable
        caption={w.title}
        columns={columns}
        rows={standards}
        id={({ field }) => field}
        empty={w.none}
        open={(one) => goTo(pageOf(one))}
        link={pageOf}
        find={t.narrow}
      />
    </main>
  )
}

const decided = (one: Standard) => whyNot(one).flatMap((whys, place) => (whys.length === 0 ? [one.levels[place]?.level ?? 2] : []))

function columnsOf(t: OfficeWords, w: typeof ja): readonly Column<Standard>[] {
  const day = ({ validFrom }: Standard) => (validFrom === null ? w.unknownDay : t.dayIs(validFrom))
  const reasons = (one: Standard) => [...new Set(whyNot(one).flat())].map((why) => w.whys[why]).join('・')
  return [
    {
      key: 'field',
      head: w.field,
      value: ({ field, name }) => `${field} ${name}`,
      cell: ({ field, name }) => <Named code={field} name={name} />,
    },
    { key: 'version', head: w.version, value: ({ version }) => version, cell: ({ version }) => w.versionIs(version) },
    { key: 'from', head: w.validFrom, figure: true, value: ({ validFrom }) => validFrom, cell: day },
    {
      key: 'confidence',
      head: w.confidence,
      value: ({ confidence }) => w.confidences[confidence],
      cell: ({ confidence }) => w.confidences[confidence],
    },
    ...([2, 3, 4] as const).map((level): Column<Standard> => ({
      key: `level-${level}`,
      head: w.levelDays(level),
      figure: true,
      value: ({ levels }) => levels.find((one) => one.level === level)?.days ?? null,
      cell: (one) => <LevelDays standard={one} level={level} />,
    })),
    {
      key: 'decides',
      head: w.decides,
      value: (one) => decided(one).length,
      cell: (one) => <Decided levels={decided(one)} />,
    },
    { key: 'why', head: w.whyNot, value: reasons, cell: (one) => <span title={reasons(one)}>{reasons(one)}</span> },
  ]
}

function Named({ code, name }: { code: string; name: string }) {
  return (
    <>
      <span class="num">{code}</span>　{name}
    </>
  )
}

function LevelDays({ standard, level }: { standard: Standard; level: Level }) {
  const w = useOwn({ ja, en })
  const { language } = useOffice()
  const found = standard.levels.find((one) => one.level === level)
  if (found === undefined) {
    return <>–</>
  }
  const figure = (days: number) => days.toLocaleString(language)
  return (
    <>
      {found.assumed.length > 0 && <small class="assumed">{w.assumed}</small>} {figure(found.days)} / {figure(found.foreman_days)}
    </>
  )
}

function Decided({ levels }: { levels: readonly number[] }) {
  const w = useOwn({ ja, en })
  return levels.length === 0 ? (
    <span class="quiet-word">{w.decidesNothing}</span>
  ) : (
    <span class="nm" role="img" aria-label={levels.map(w.level).join('、')}>
      {levels.map((level) => (
        <LevelShape key={level} level={level as Level} size={20} />
      ))}
    </span>
  )
}
