/** Kinds of areas that a township knows itself to be. */
export const areas = ['urban', 'suburb', 'park', 'scenic', 'remote', 'mountain', 'farming', 'waterside'] as const;
export type Area = (typeof areas)[number];

/** In which fields such places meet problems often, by words that the field of a power contains; a reading of ours, told as the reason each time. */
export const areaFields: Readonly<Record<Area, readonly string[]>> = {
  urban: ['城市管理', '市场监管', '住建', '消防'],
  suburb: ['自然资源', '城市管理', '住建'],
  park: ['应急管理', '消防', '生态环境', '人力资源'],
  scenic: ['文化旅游', '市场监管', '消防'],
  remote: ['民政', '卫生健康', '医疗保障', '人力资源'],
  mountain: ['林业', '水利', '自然资源'],
  farming: ['农业农村', '水利'],
  waterside: ['水利', '农业农村'],
};

const tagWords: Readonly<Record<Area, readonly string[]>> = {
  urban: ['城区', '主城'],
  suburb: ['城郊', '城乡结合'],
  park: ['园区', '开发区', '工业'],
  scenic: ['景区', '旅游'],
  remote: ['边远', '偏远'],
  mountain: ['山区', '林区'],
  farming: ['农业', '粮食'],
  waterside: ['沿江', '沿河', '沿湖', '库区'],
};

/** The areas that the tags of a profile speak of (RULES.md 2.4). */
export const areasOfTags = (tags: readonly string[]): Area[] =>
  areas.filter((area) => tagWords[area].some((word) => tags.some((tag) => tag.includes(word))));
