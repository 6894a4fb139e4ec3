import type { Words } from './ja'

export const words: Words = {
  title: '通知',
  saved: '已保存',
  notDone: '还没有任何改变。',

  here: {
    on: '通知会送到这里',
    reached: (at) => `最近送达：${at}`,
    off: '通知还不会送到这里',
    why: '刷卡没有被计入时，马上告诉您，也告诉您谁能解决。',
    whyOffice: '读卡器没有通信、登记即将到期时，马上告诉您。',
    turnOn: '打开通知',
    turnOff: '在这里停止',
    busy: '正在打开',
    browserAsks: '浏览器询问时，请按“允许”。随时可以停止。',
  },
  blocked: {
    title: '浏览器阻止了通知',
    steps: ['按网址左边的图标', '打开“权限”或“网站设置”', '把“通知”设为“允许”'],
    after: '允许之后，本页会自动更新。',
  },
  blockedByPhone: {
    title: '手机设置阻止了通知',
    steps: ['打开手机的“设置”', '在“通知”中选择护照', '允许通知'],
    after: '允许之后，本页会自动更新。',
  },
  install: {
    title: '在iPhone上，请先添加到主屏幕',
    steps: ['按浏览器的“共享”', '选择“添加到主屏幕”', '从新图标打开并登录'],
    after: '然后请再次打开本页。',
  },
  cannot: {
    title: '此浏览器不能接收通知',
    steps: ['用较新的Chrome或Safari打开护照', '登录后再次打开本页'],
    after: '发生的事情，随时可以从首页的铃铛查看。',
  },
  own: {
    dismissed: { why: '询问被关闭了', what: '请再按一次，选择“允许”。' },
    blocked: { why: '浏览器阻止了通知', what: '设置中的“通知”里有解决办法。' },
    notKept: { why: '此浏览器无法保存', what: '请用普通窗口打开，不要用无痕窗口。' },
    noService: { why: '连不上传送通知的服务', what: '请稍等再按一次。仍不行时，请换一个浏览器。' },
  },

  trial: {
    send: '试发一条',
    outcome: {
      sent: '已发送，正在等待送达。',
      arrived: '已送达，一切正常。',
      silent: '已送到手机。如果看不到，请在手机设置中确认是否允许此浏览器显示通知。',
      waiting: '还没有送达，可能信号较弱，稍后会送到。',
      failed: '没能送达。请先停止，再重新打开通知。',
    },
  },

  times: {
    title: '什么时间',
    quiet: '安静时间',
    from: '从',
    until: '到',
    quietNote: '这段时间的通知会晚些送到。停住的日子等紧急的事，会马上送到。',
    digest: '每天一次的时间',
    digestNote: '设为“每天一次”的通知，在这个时间一起送到。',
  },

  topics: {
    title: '通知什么',
    how: { atOnce: '马上', daily: '每天一次', off: '停止' },
    topic: {
      days: { name: '工作日', holds: '停住、重新计入、更正' },
      claims: { name: '申报的日子', holds: '是否获得认可' },
      levels: { name: '等级和资格', holds: '已达到、即将达到、审查结果' },
      applications: { name: '登记申请', holds: '退回、完成、请求同意' },
      cards: { name: '卡', holds: '已寄出、即将到期' },
      employment: { name: '所属公司', holds: '提出、开始、结束' },
      company: { name: '公司登记', holds: '期限、更新、联系不到的人' },
      site: { name: '现场读卡器', holds: '没有通信、编号重复' },
      news: { name: '运营方来信', holds: '制度、灾害等' },
      safety: { name: '账号安全', holds: '钥匙、更换手机、停卡' },
    },
    always: '总是送达',
    alwaysWhy: '这样别人擅自更改时，您会知道。',
  },

  devices: {
    title: '送到哪里',
    here: '本机',
    unknown: '名称不明的设备',
    since: (day) => `${day}起`,
    reached: (at) => `最近：${at}`,
    never: '还没有送达过',
    remove: '移除',
    removed: '已移除',
    note: '在已移除的设备上打开护照，会再次收到通知。不在身边的设备，请让它退出登录。',
    signOut: '已登录的地方',
  },

  mail: {
    title: '也用邮件接收',
    note: '手机收不到时使用。我们会先发送一封确认邮件。',
    address: '邮箱地址',
    always: '手机能收到时也发邮件',
    keep: '发送确认邮件',
    sent: '确认邮件已发出。请点击邮件中的“打开”。',
    waiting: '尚未确认',
    on: '通知会发到这里',
    remove: '停止',
  },

  line: {
    title: '用LINE接收',
    note: '请将护照的官方账号加为好友，并发送代码。',
    get: '显示代码',
    code: '在LINE上发送的代码',
    until: (time) => `${time}前有效`,
    linked: '通知会发到LINE',
    remove: '停止',
  },

  link: {
    confirmTitle: '要用这个邮箱接收通知吗？',
    confirmNote: '确认之前不会发送其他邮件。',
    confirm: '接收',
    confirmed: '以后通知会发到这里',
    confirmedNote: '时间和内容可在护照“设置”的“通知”中更改。',
    stopTitle: '要停止向此邮箱发送邮件吗？',
    stopNote: '期限和账号安全的通知也不再发到这个邮箱。',
    stop: '停止',
    stopped: '已停止',
    stoppedNote: '可在护照“设置”的“通知”中重新开始。',
    broken: '此链接无法使用',
    brokenNote: '请再次打开邮件中的链接。',
  },

  ask: {
    title: '要接收通知吗？',
    yes: '接收',
    later: '以后再说',
    change: '随时可以在设置的“通知”中更改。',
  },
}
