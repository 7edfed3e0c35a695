import { nameOf, openLesson } from "./state";
import { site } from "../site/state";

/** The lessons a page offers. */
export function LessonList() {
  const lessons = site.value?.lessons ?? [];
  if (lessons.length === 0) return null;
  return (
    <section class="lessons" aria-label="Lessons">
      <b>Lessons</b>
      <ol>
        {lessons.map(({ url, title, minutes }) => (
          <li key={url}>
            <button type="button" class="link" onClick={() => openLesson(nameOf(url))}>
              {title}
            </button>
            {minutes && <small> {minutes} min</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}
