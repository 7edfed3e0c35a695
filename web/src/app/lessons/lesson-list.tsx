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
            {/* A link and no button: its words wrap as text does, with the minutes after them. */}
            <a
              href={`#lesson=${nameOf(url)}`}
              onClick={(event) => {
                event.preventDefault();
                openLesson(nameOf(url));
              }}
            >
              {title}
            </a>
            {minutes && <small>&ensp;{minutes}&nbsp;min</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}
