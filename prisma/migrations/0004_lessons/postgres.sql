-- CreateTable
CREATE TABLE "Lesson" (
    "teacherId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "Lesson_pkey" PRIMARY KEY ("teacherId", "id")
);

-- CreateTable
CREATE TABLE "LessonVersion" (
    "teacherId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "title" JSON NOT NULL,
    "about" JSON NOT NULL,
    "tags" JSON NOT NULL,
    "steps" JSON NOT NULL,
    "stepCount" INTEGER NOT NULL,
    "ready" BOOLEAN NOT NULL,
    "size" INTEGER NOT NULL,
    "document" BYTEA NOT NULL,

    CONSTRAINT "LessonVersion_pkey" PRIMARY KEY ("teacherId", "lessonId", "number")
);

-- CreateIndex
CREATE INDEX "Lesson_deletedAt_idx" ON "Lesson"("deletedAt");

-- AddForeignKey
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "Teacher"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonVersion" ADD CONSTRAINT "LessonVersion_teacherId_lessonId_fkey" FOREIGN KEY ("teacherId", "lessonId") REFERENCES "Lesson"("teacherId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
