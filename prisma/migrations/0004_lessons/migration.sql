-- CreateTable
CREATE TABLE "Lesson" (
    "teacherId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" DATETIME,

    PRIMARY KEY ("teacherId", "id"),
    CONSTRAINT "Lesson_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "Teacher" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LessonVersion" (
    "teacherId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "savedAt" DATETIME NOT NULL,
    "title" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "tags" JSONB NOT NULL,
    "steps" JSONB NOT NULL,
    "stepCount" INTEGER NOT NULL,
    "ready" BOOLEAN NOT NULL,
    "size" INTEGER NOT NULL,
    "document" BLOB NOT NULL,

    PRIMARY KEY ("teacherId", "lessonId", "number"),
    CONSTRAINT "LessonVersion_teacherId_lessonId_fkey" FOREIGN KEY ("teacherId", "lessonId") REFERENCES "Lesson" ("teacherId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Lesson_deletedAt_idx" ON "Lesson"("deletedAt");
